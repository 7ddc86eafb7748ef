namespace KpiTracker.Documents.Templates;

/// <summary>Writes the prefilled template that a ward fills in: unit, period and codes inside, last month's wholes, checks on the figure cells.</summary>
public static class WardTemplateWriter
{
    public static void Write(TemplateContent content, Stream output) => throw new NotImplementedException();
}
