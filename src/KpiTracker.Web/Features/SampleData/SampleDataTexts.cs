namespace KpiTracker.Web.Features.SampleData;

/// <summary>Marks the words of the sample data's page: <c>SampleDataTexts.resx</c> and <c>SampleDataTexts.en.resx</c>.</summary>
internal sealed class SampleDataTexts;
