using KpiTracker.Documents.Packages;

namespace KpiTracker.Documents.Annotated;

/// <summary>Copies a list – relations, content types – and adds lines at its end.</summary>
internal sealed class AppendingCopy(IReadOnlyList<AddedLine> lines) : PartCopy
{
    protected override void EndElement(string name, int depth)
    {
        if (depth > 0)
        {
            return;
        }

        foreach (var line in lines)
        {
            Add(line.Element, line.Attributes);
        }
    }
}

internal sealed record AddedLine(string Element, params (string Name, string Value)[] Attributes)
{
    public static AddedLine Relation(string id, string type, string part) => new("Relationship", ("Id", id), ("Type", type), ("Target", "/" + part));

    public static AddedLine Type(string part, string media) => new("Override", ("PartName", "/" + part), ("ContentType", media));
}
