namespace KpiTracker.Web.Features.Accounts;

/// <summary>Marks the words of the administrator's pages of accounts: <c>AdministrationTexts.resx</c> and <c>AdministrationTexts.en.resx</c>.</summary>
internal sealed class AdministrationTexts;
