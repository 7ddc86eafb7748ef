using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Domain.Summaries;

/// <summary>One cell: what it is (for a writer that keeps numbers as numbers) and how it is shown (for one that prints).</summary>
public abstract record SummaryCell
{
    private SummaryCell()
    {
    }

    /// <summary>As printed by the one formatter of figures; <see cref="FigureText.Missing"/> where there is no figure.</summary>
    public abstract string Shown { get; }

    public sealed record Words(string Text) : SummaryCell
    {
        public override string Shown => Text;
    }

    public sealed record Day(DateOnly Date) : SummaryCell
    {
        public override string Shown => FigureText.Date(Date);
    }

    /// <summary>A reporting period, <c>05/2025</c>; a date for a writer that keeps dates.</summary>
    public sealed record Month(ReportingPeriod Period) : SummaryCell
    {
        public override string Shown => FigureText.Period(Period);
    }

    /// <summary>A moment in local time, to the minute.</summary>
    /// <param name="Time"><c>null</c>: it has not happened.</param>
    public sealed record Moment(DateTimeOffset? Time) : SummaryCell
    {
        public override string Shown => Time is { } time ? FigureText.Time(time) : FigureText.Missing;
    }

    /// <summary>A number of people or things.</summary>
    /// <param name="Value"><c>null</c> is no data, never zero.</param>
    public sealed record Count(decimal? Value) : SummaryCell
    {
        public override string Shown => FigureText.Count(Value);
    }

    /// <param name="Value">0–100 and beyond, unrounded; <c>null</c> is no data.</param>
    /// <param name="IsReportedAlone">The ward gave no counts with it: marked, and in no total.</param>
    public sealed record Percentage(decimal? Value, bool IsReportedAlone = false) : SummaryCell
    {
        public const string Mark = "*";

        /// <summary>The percentage with the one decimal that is shown; what a writer of numbers writes.</summary>
        public decimal? ShownValue => Value is { } percent ? FigureText.ShownPercent(percent) : null;

        public override string Shown => FigureText.Percent(Value) + (IsReportedAlone ? Mark : "");
    }

    /// <summary>A change in percentage points.</summary>
    /// <param name="UnitName">"điểm %".</param>
    public sealed record Points(decimal? Value, string UnitName) : SummaryCell
    {
        public decimal? ShownValue => Value is { } points ? Math.Round(points, 1, MidpointRounding.AwayFromZero) : null;

        public override string Shown => Value is null ? FigureText.Missing : $"{FigureText.Points(Value)} {UnitName}";
    }

    /// <summary>A change of a count.</summary>
    public sealed record Change(decimal? Value) : SummaryCell
    {
        public override string Shown => FigureText.Change(Value);
    }

    /// <summary>What has to be reached.</summary>
    /// <param name="Target"><c>null</c>: no target was given.</param>
    /// <param name="InWords">"trên 95%".</param>
    public sealed record Goal(Target? Target, string InWords) : SummaryCell
    {
        public override string Shown => Target is null ? FigureText.Missing : InWords;
    }
}
