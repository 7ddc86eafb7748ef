using System.Globalization;
using ClosedXML.Excel;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Documents.Summaries;

/// <summary>
/// Writes one cell: a figure as a number with a format that shows the same digits as the screen, everything else as text that stays text.
/// A percentage is written as it is shown, so that 99,94…% of 1.203/1.204 does not come out as 100,0%.
/// </summary>
internal static class SummaryCellWriter
{
    private const string Whole = "#,##0";

    public static void Write(IXLCell cell, SummaryCell content)
    {
        switch (content)
        {
            case SummaryCell.Day day:
                cell.SetValue(day.Date.ToDateTime(TimeOnly.MinValue));
                cell.Style.NumberFormat.Format = "dd/mm/yyyy";
                break;
            case SummaryCell.Month month:
                cell.SetValue(month.Period.FirstDay.ToDateTime(TimeOnly.MinValue));
                cell.Style.NumberFormat.Format = "mm/yyyy";
                break;
            case SummaryCell.Moment { Time: { } time }:
                cell.SetValue(time.DateTime);
                cell.Style.NumberFormat.Format = "hh:mm dd/mm/yyyy";
                break;
            case SummaryCell.Count { Value: { } count }:
                WriteNumber(cell, count, CountFormat(count));
                break;
            case SummaryCell.Percentage { ShownValue: { } percent } percentage:
                WriteNumber(cell, percent / 100, percentage.IsReportedAlone ? $"0.0%\"{SummaryCell.Percentage.Mark}\"" : "0.0%");
                break;
            case SummaryCell.Points { ShownValue: { } points } change:
                WriteNumber(cell, points, Signed($"0.0\" {change.UnitName}\""));
                break;
            case SummaryCell.Change { Value: { } change }:
                WriteNumber(cell, change, Signed(CountFormat(change)));
                break;
            case SummaryCell.Goal { Target: { Measure: not TargetMeasure.CountInEachWard } target } goal:
                WriteGoal(cell, target, goal.InWords);
                break;
            default:
                WriteText(cell, content.Shown);
                break;
        }
    }

    /// <summary>Text that a spreadsheet would take for a formula keeps its quote prefix, also when it is edited or saved again.</summary>
    public static void WriteText(IXLCell cell, string text)
    {
        cell.SetValue<string>(text);
        cell.DataType = XLDataType.Text;
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            cell.Style.IncludeQuotePrefix = true;
        }
    }

    /// <summary>The number with its words around it in the format: <c>"trên "0%</c>; it can be read and reckoned with.</summary>
    private static void WriteGoal(IXLCell cell, Target target, string inWords)
    {
        var (printed, value, format) = target.Measure == TargetMeasure.Percent
            ? (FigureText.TargetPercent(target.Value), target.Value / 100, PercentFormat(target.Value))
            : (FigureText.Count(target.Value), target.Value, CountFormat(target.Value));
        var at = inWords.IndexOf(printed, StringComparison.Ordinal);
        if (at < 0 || inWords.Contains('"', StringComparison.Ordinal))
        {
            WriteText(cell, inWords);
            return;
        }

        WriteNumber(cell, value, Quoted(inWords[..at]) + format + Quoted(inWords[(at + printed.Length)..]));
    }

    private static void WriteNumber(IXLCell cell, decimal value, string format)
    {
        cell.SetValue((double)value);
        cell.Style.NumberFormat.Format = format;
    }

    private static string Quoted(string words) => words.Length == 0 ? "" : $"\"{words}\"";

    private static string Signed(string format) => $"+{format};\"−\"{format};{format}";

    private static string CountFormat(decimal value) => value == decimal.Truncate(value) ? Whole : Whole + "." + new string('#', 3);

    /// <summary>As many decimals as the target was given: <c>0%</c>, <c>0.5%</c>.</summary>
    private static string PercentFormat(decimal percent)
    {
        var decimals = percent.ToString("0.##", CultureInfo.InvariantCulture).Split('.') is [_, var fraction] ? fraction.Length : 0;
        return decimals == 0 ? "0%" : $"0.{new string('0', decimals)}%";
    }
}
