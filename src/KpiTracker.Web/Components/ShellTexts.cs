namespace KpiTracker.Web.Components;

/// <summary>Marks the words of the frame around every page: <c>ShellTexts.resx</c> and <c>ShellTexts.en.resx</c>.</summary>
internal sealed class ShellTexts;
