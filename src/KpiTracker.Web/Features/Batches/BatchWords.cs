using KpiTracker.Domain.Figures;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Batches;

/// <summary>How far a batch has come, in words: the same on the page and for the script.</summary>
internal static class BatchWords
{
    public static string Progress(this IStringLocalizer<BatchesTexts> texts, BatchCounts counts) =>
        counts.Waiting > 0 ? texts["Progress.Checking", FigureText.Count(counts.Done), FigureText.Count(counts.ToDo)]
        : counts.Confirming > 0 ? texts["Progress.Sending", FigureText.Count(counts.Done), FigureText.Count(counts.ToDo)]
        : texts["Progress.Checked", FigureText.Count(counts.Total)];
}
