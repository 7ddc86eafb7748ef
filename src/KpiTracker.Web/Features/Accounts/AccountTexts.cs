namespace KpiTracker.Web.Features.Accounts;

/// <summary>Marks the words of signing in: <c>AccountTexts.resx</c> and <c>AccountTexts.en.resx</c>.</summary>
internal sealed class AccountTexts;
