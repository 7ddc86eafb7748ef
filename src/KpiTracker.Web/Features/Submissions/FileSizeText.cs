using KpiTracker.Domain.Figures;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Submissions;

internal static class FileSizeText
{
    private const decimal Kilo = 1024;

    /// <summary>A file's size as a person reads it: <c>8,2 KB</c>.</summary>
    public static string Size(this IStringLocalizer<SubmissionsTexts> texts, long bytes) => bytes switch
    {
        < 1024 => texts["Size.Bytes", FigureText.Count(bytes)],
        < 1024 * 1024 => texts["Size.KB", FigureText.Count(Math.Round(bytes / Kilo, 1))],
        _ => texts["Size.MB", FigureText.Count(Math.Round(bytes / Kilo / Kilo, 1))],
    };
}
