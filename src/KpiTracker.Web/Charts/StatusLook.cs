using System.Globalization;
using KpiTracker.Domain.Progress;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Charts;

/// <summary>Each status' class name and its icon, drawn on a field of 16 × 16 with a stroke: shapes that differ in outline, not in detail.</summary>
internal static class StatusLook
{
    public static string Css(ProgressStatus status) => status switch
    {
        ProgressStatus.Achieved => "achieved",
        ProgressStatus.OnTrack => "on-track",
        ProgressStatus.AtRisk => "at-risk",
        ProgressStatus.Behind => "behind",
        ProgressStatus.Missed => "missed",
        ProgressStatus.NoData => "no-data",
        ProgressStatus.FirstMonth => "first-month",
        ProgressStatus.Undated => "undated",
        ProgressStatus.Awaiting => "awaiting",
        _ => "no-target",
    };

    /// <summary>The icon as markup: pages show dozens, and building each anew showed in their profile.</summary>
    /// <param name="size">Pixels.</param>
    public static MarkupString Icon(ProgressStatus status, int size) => new(string.Create(
        CultureInfo.InvariantCulture, $"<svg class=\"status-icon\" viewBox=\"0 0 16 16\" width=\"{size}\" height=\"{size}\" aria-hidden=\"true\"><path d=\"{Outline(status)}\" /></svg>"));

    private static string Outline(ProgressStatus status) => status switch
    {
        ProgressStatus.Achieved => "M2 8.5l4 4 8-9",
        ProgressStatus.OnTrack => "M2 8h11M8.5 3.5L13 8l-4.5 4.5",
        ProgressStatus.AtRisk => "M8 2l6.5 12h-13zM8 6.5v4M8 12v.2",
        ProgressStatus.Behind => "M8 2v11M3.5 8.5L8 13l4.5-4.5",
        ProgressStatus.Missed => "M3 3l10 10M13 3L3 13",
        ProgressStatus.FirstMonth => "M4 2v12M4 3h9l-2.5 3L13 9H4",
        ProgressStatus.Undated => "M3 5.5h10M3 10.5h10",
        ProgressStatus.Awaiting => "M4 2h8M4 14h8M5 2c0 4 6 8 6 12M11 2c0 4-6 8-6 12",
        ProgressStatus.NoData => "M8 2a6 6 0 0 1 0 12a6 6 0 0 1 0-12z",
        _ => "M3 8h10",
    };
}
