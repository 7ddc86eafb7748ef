using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Documents.Summaries;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Summaries;

/// <summary>Writes a unit's summary for a month as a workbook, for the page's download and for the command line alike.</summary>
internal sealed class SummaryExport(SummaryQuery query)
{
    /// <param name="output">Nothing is written to it unless the answer is <see cref="SummaryAnswer.Found"/>.</param>
    /// <param name="officer">Who asks; the command line asks as an administrator.</param>
    /// <param name="language">Of the headings; <c>null</c> is Vietnamese.</param>
    public async Task<SummaryAnswer> WriteAsync(
        string code,
        ReportingPeriod period,
        Stream output,
        Officer officer,
        CultureInfo? language = null,
        CancellationToken cancellationToken = default)
    {
        var answer = await query.AskAsync(code, period.ToString(), officer, language ?? CultureInfo.GetCultureInfo("vi"), cancellationToken);
        if (answer is SummaryAnswer.Found found)
        {
            SummaryWorkbookWriter.Write(found.Report, output);
        }

        return answer;
    }
}
