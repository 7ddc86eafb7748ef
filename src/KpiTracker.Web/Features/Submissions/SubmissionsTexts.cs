namespace KpiTracker.Web.Features.Submissions;

/// <summary>Marks the words of sending reports: <c>SubmissionsTexts.resx</c> and <c>SubmissionsTexts.en.resx</c>.</summary>
internal sealed class SubmissionsTexts;
