namespace KpiTracker.Web.Features.LabelMappings;

/// <summary>Marks the words of the remembered labels: <c>LabelMappingsTexts.resx</c> and <c>LabelMappingsTexts.en.resx</c>.</summary>
internal sealed class LabelMappingsTexts;
