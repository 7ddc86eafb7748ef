namespace KpiTracker.Web.Features.Live;

/// <summary>Marks the words of the notice on open pages: <c>LiveTexts.resx</c> and <c>LiveTexts.en.resx</c>.</summary>
internal sealed class LiveTexts;
