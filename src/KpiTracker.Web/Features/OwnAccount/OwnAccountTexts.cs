namespace KpiTracker.Web.Features.OwnAccount;

/// <summary>Marks the words of one's own account: <c>OwnAccountTexts.resx</c> and <c>OwnAccountTexts.en.resx</c>.</summary>
internal sealed class OwnAccountTexts;
