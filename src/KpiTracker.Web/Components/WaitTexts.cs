using KpiTracker.Domain.Figures;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Components;

/// <summary>How long somebody has to wait, in words.</summary>
internal static class WaitTexts
{
    private const int SecondsSpelled = 90;

    /// <summary>In seconds up to a minute and a half, in begun minutes beyond.</summary>
    public static string Wait(this IStringLocalizer<ShellTexts> texts, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return seconds <= SecondsSpelled ? texts["Wait.Seconds", FigureText.Count(seconds)] : texts["Wait.Minutes", FigureText.Count((seconds + 59) / 60)];
    }
}
