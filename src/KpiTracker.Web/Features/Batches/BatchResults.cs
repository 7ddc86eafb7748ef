using CsvHelper;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Submissions;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Batches;

/// <summary>The table of outcomes as a file for a spreadsheet program.</summary>
internal static class BatchResults
{
    private static readonly string[] Columns = ["Number", "File", "Code", "Ward", "State", "Errors", "Questions", "Warnings", "Figures", "Reason", "Receipt"];

    /// <returns>UTF-8 with the mark that Excel knows it by. File names are the senders' own: none of them becomes a formula.</returns>
    public static byte[] Write(BatchOverview batch, IStringLocalizer<BatchesTexts> texts)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord([.. Columns.Select(column => texts[$"Col.{column}"].Value)]);
            foreach (var row in batch.Files)
            {
                csv.WriteRecord(Fields(row, batch.Period, texts));
            }
        }

        return file.ToArray();
    }

    private static string[] Fields(BatchRow row, ReportingPeriod period, IStringLocalizer<BatchesTexts> texts) =>
    [
        FigureText.Count(row.Position),
        row.FileName,
        row.Unit?.Code ?? string.Empty,
        row.Unit?.NameWithKind ?? string.Empty,
        texts[$"State.{row.State}"],
        FigureText.Count(row.Errors),
        FigureText.Count(row.Questions),
        FigureText.Count(row.Warnings),
        FigureText.Count(row.Figures),
        row.Reason is { } reason ? texts.Reason(reason) : string.Empty,
        row.ReceiptId is { } receipt ? Receipt.NumberOf(period, receipt) : string.Empty,
    ];
}
