using System.Globalization;
using System.Text.Json;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Web.CommandLine;

/// <summary>
/// Where a unit stands, as one JSON array with an object for every indicator, in the register's order. Figures are those that the screens show,
/// to the last digit: percentages to one decimal and never 100 for less, people whole; <c>null</c> where there is none.
/// </summary>
internal static class ProgressJson
{
    /// <param name="asOf">The last day that the figures cover: of a running month, today.</param>
    public static string Print(UnitProgress progress, DateOnly asOf) => JsonText.Array(progress.Indicators, (json, standing) => Write(json, progress, asOf, standing));

    private static void Write(Utf8JsonWriter json, UnitProgress unit, DateOnly asOf, IndicatorStanding standing)
    {
        var (progress, pace) = (standing.Progress, standing.Pace());
        json.WriteStartObject();
        json.WriteString("indicator", standing.Indicator.Code);
        json.WriteNumberOrNull("numerator", progress.Value?.Numerator);
        json.WriteNumberOrNull("denominator", progress.Value?.Denominator);
        json.WriteNumberOrNull("percent", progress.Value?.Percent is { } percent ? FigureText.ShownPercent(percent) : null);
        json.WriteString("asOf", Day(asOf));
        json.WriteNumber("reported", progress.Coverage.Reported);
        json.WriteNumber("expected", progress.Coverage.Expected);
        WriteTarget(json, "target", progress.Target?.Target);
        WriteTarget(json, "parentTarget", progress.Target?.ParentTarget);
        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(progress.Status.ToString()));
        json.WriteNumberOrNull("dueToDate", ProgressTexts.ShownMeasure(standing.Indicator, progress.ExpectedToDate));
        json.WriteNumberOrNull("gapPeople", pace?.Gap);
        json.WriteNumberOrNull("monthsLeft", pace?.MonthsLeft);
        json.WriteNumberOrNull("requiredPerMonth", standing.Shown()?.PerMonth);
        json.WriteNumberOrNull("recentPerMonth", standing.Shown()?.Recent);
        WriteForecast(json, standing, standing.Outlook());
        json.WriteStartObject("approved");
        json.WriteNumber("wards", unit.Approval.Wards);
        json.WriteNumber("of", unit.Approval.Of);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <param name="target">Its comparator is the one written: a bare number is <c>=</c>, though it is judged as "at least".</param>
    private static void WriteTarget(Utf8JsonWriter json, string name, Target? target)
    {
        if (target is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("comparator", target switch
        {
            { ComparatorStated: false } => "=",
            { Comparator: Comparator.MoreThan } => ">",
            { Comparator: Comparator.AtLeast } => ">=",
            _ => "=",
        });
        json.WriteNumberOrNull("value", target.Value);
        json.WriteString("deadline", target.Deadline is { } deadline ? Day(deadline) : null);
        json.WriteString("source", target.Source);
        json.WriteEndObject();
    }

    private static void WriteForecast(Utf8JsonWriter json, IndicatorStanding standing, Forecast? forecast)
    {
        if (forecast is null)
        {
            json.WriteNull("forecast");
            return;
        }

        json.WriteStartObject("forecast");
        json.WriteNumberOrNull("low", Shown(forecast.Low));
        json.WriteNumberOrNull("mid", Shown(forecast.Mid));
        json.WriteNumberOrNull("high", Shown(forecast.High));
        json.WriteEndObject();

        decimal Shown(decimal end) => PaceTexts.ShownForecast(standing.Indicator, end, standing.Progress.Target!.Target);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
