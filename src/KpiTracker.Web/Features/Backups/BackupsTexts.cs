namespace KpiTracker.Web.Features.Backups;

/// <summary>Marks the words of the backups: <c>BackupsTexts.resx</c> and <c>BackupsTexts.en.resx</c>.</summary>
internal sealed class BackupsTexts;
