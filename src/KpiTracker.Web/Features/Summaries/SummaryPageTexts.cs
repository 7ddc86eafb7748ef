namespace KpiTracker.Web.Features.Summaries;

/// <summary>The words around a summary on its page; the summary's own are the domain's.</summary>
internal sealed class SummaryPageTexts;
