using KpiTracker.Domain.Summaries;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Record;

/// <summary>The lines of the record as a table for a file: in words, and as they were hashed.</summary>
internal sealed class RecordTable(IStringLocalizer<RecordTexts> texts, RecordWords words)
{
    public SummaryTable Of(IReadOnlyList<RecordLine> lines) => new(
        texts["Title"],
        [
            Column("Col.Number", SummaryColumnKind.Figure),
            Column("Col.At", SummaryColumnKind.ShortText),
            Column("Col.Who", SummaryColumnKind.Name),
            Column("Col.Role", SummaryColumnKind.ShortText),
            Column("Col.Address", SummaryColumnKind.ShortText),
            Column("Col.What", SummaryColumnKind.Text),
            Column("Col.Unit", SummaryColumnKind.Text),
            Column("Col.Subject", SummaryColumnKind.Text),
            Column("Col.Before", SummaryColumnKind.Text),
            Column("Col.After", SummaryColumnKind.Text),
            Column("Col.Hash", SummaryColumnKind.Text),
        ],
        [.. lines.Select(RowOf)]);

    private SummaryRow RowOf(RecordLine line) => new(
        SummaryRowKind.Plain,
        [
            new SummaryCell.Count(line.Entry.Sequence),
            new SummaryCell.Moment(line.At),
            Words(words.Who(line.Entry)),
            Words(words.Role(line.Entry)),
            Words(line.Entry.Address),
            Words(words.What(line.Entry)),
            Words(line.Unit is { } unit ? $"{unit.Code} {unit.NameWithKind}" : null),
            Words(line.Entry.Subject),
            Words(line.Entry.Before),
            Words(line.Entry.After),
            Words(line.Entry.Hash),
        ]);

    private static SummaryCell.Words Words(string? text) => new(text ?? "");

    private SummaryColumn Column(string key, SummaryColumnKind kind) => new(texts[key], kind);
}
