using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>Reads a draft afresh and lays it beside last month's figures and what it would replace.</summary>
internal sealed class SubmissionPreview(ReportDrafts drafts, ReportReading reading, Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    public async Task<PreviewOutcome> ReadAsync(Guid draftId, Officer officer, CancellationToken cancellationToken)
    {
        switch (await drafts.FindAsync(draftId, officer, cancellationToken))
        {
            case FoundDraft.Refused refused:
                return new PreviewOutcome.Refused(refused.Reason);
            case FoundDraft.Confirmed confirmed:
                return new PreviewOutcome.Confirmed(confirmed.ReceiptId, confirmed.WasUnchanged);
            case FoundDraft.Waiting waiting:
                var sent = waiting.Sent;
                var file = new DraftFile(draftId, sent.FileName, sent.File.Size, sent.Unit, sent.Period, waiting.ReceivedAt.InVietnam());
                return await reading.ReadAsync(sent, cancellationToken) switch
                {
                    ReadReport.Unreadable unreadable => new PreviewOutcome.Unreadable(file, unreadable.Reason),
                    ReadReport.Checked read => new PreviewOutcome.Shown(await BesideTheRecordAsync(file, sent, read, cancellationToken)),
                    _ => throw new InvalidOperationException("A reading has two endings."),
                };
            default:
                throw new InvalidOperationException("A draft is found in three states.");
        }
    }

    private async Task<DraftPreview> BesideTheRecordAsync(DraftFile file, SentWorkbook sent, ReadReport.Checked read, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var wards = snapshot.Units.WardsOf(file.Unit.Key, file.Period).Select(w => snapshot.IdOf(w.Key)).ToList();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var onRecord = await db.Submissions.AsNoTracking().Include(s => s.Figures)
            .Where(s => wards.Contains(s.UnitId) && s.Period == file.Period && s.IsCurrent)
            .ToDictionaryAsync(s => snapshot.UnitOf(s.UnitId).Key, cancellationToken);
        var kept = read.Report.Observations.Select(o => (o.Unit, o.IndicatorCode)).ToHashSet();
        var lastMonth = read.Previous.Where(o => o.Period == file.Period.Previous).ToDictionary(o => (o.Unit, o.IndicatorCode));
        return new DraftPreview(
            file,
            read.Report,
            [.. read.Report.Report.Lines.Select(LineOf)],
            [.. read.Report.Observations.GroupBy(o => o.Unit).Select(ward => WardOf(snapshot.Units.Find(ward.Key)!, [.. ward], onRecord.GetValueOrDefault(ward.Key)))])
        {
            Edits = sent.Edits,
        };

        PreviewLine LineOf(ReportLine line)
        {
            // A line that names no unit means the one the workbook is sent for.
            var ward = line.Unit is { } mention ? (mention.Unit is { } key ? snapshot.Units.Find(key) : null) : file.Unit;
            var replaced = ward is null ? null : onRecord.GetValueOrDefault(ward.Key)?.Figures.FirstOrDefault(f => f.IndicatorCode == line.IndicatorCode);
            return new PreviewLine(
                ward,
                snapshot.Indicator(line.IndicatorCode),
                line,
                ward is not null && kept.Contains((ward.Key, line.IndicatorCode)),
                ward is not null && lastMonth.TryGetValue((ward.Key, line.IndicatorCode), out var before) ? FigureOf(before) : null,
                replaced is null ? null : SubmissionFigures.Of(replaced));
        }
    }

    private static PreviewWard WardOf(OrganisationUnit ward, IReadOnlyList<ReportedObservation> figures, Submission? onRecord) => onRecord is null
        ? new PreviewWard(ward, null, [])
        : new PreviewWard(
            ward,
            new ReplacedReport(onRecord.Id, onRecord.Revision, onRecord.SubmittedAt.InVietnam(), onRecord.SubmittedByName, onRecord.ReturnedAt is not null),
            FigureDifference.Between([.. onRecord.Figures.Select(SubmissionFigures.Of)], [.. figures.Select(KeptFigure.Of)]));

    private static KeptFigure FigureOf(Observation observation) =>
        new(observation.IndicatorCode, observation.Numerator, observation.Denominator, observation.ReportedPercent);
}
