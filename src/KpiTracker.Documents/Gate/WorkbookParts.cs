
namespace KpiTracker.Documents.Gate;

/// <summary>Finds a workbook's parts by its content types and relationships, and reads them in turn.</summary>
internal sealed class WorkbookParts(byte[] file, Dictionary<string, ZipPart> parts, ReadingClock clock)
{
    internal const string ContentTypes = "[Content_Types].xml";

    public WorkbookCells Read()
    {
        var hasMacros = RefuseOtherKinds();
        var workbook = WorkbookName();
        var relations = RelationsOf(workbook);
        var (sheets, names, isFrom1904) = ReadWorkbook(workbook);
        var strings = One(relations, "sharedStrings") is { } texts ? Read(texts, SharedStrings.Read) : [];
        var formats = One(relations, "styles") is { } styles ? Read(styles, NumberShapes.Read) : [];
        return new WorkbookCells(ReadSheets(sheets, relations, new CellParser(strings, formats, isFrom1904)), names, hasMacros) { Clock = clock };
    }

    public string WorkbookName() =>
        RelationsOf(string.Empty).FirstOrDefault(r => r.Kind == "officeDocument").Target ?? throw new GateRefusal(UnreadableReason.Damaged);

    private static string? One(List<Relation> relations, string kind) => relations.FirstOrDefault(r => r.Kind == kind).Target;

    private List<SheetCells> ReadSheets(List<SheetEntry> sheets, List<Relation> relations, CellParser parser)
    {
        var read = new List<SheetCells>();
        var cellsLeft = GateLimits.Cells;
        foreach (var sheet in sheets)
        {
            var relation = relations.FirstOrDefault(r => r.Id == sheet.RelationId);
            if (relation.Target is null)
            {
                throw new GateRefusal(UnreadableReason.Damaged);
            }

            if (relation.Kind == "worksheet")
            {
                var left = cellsLeft;
                var cells = Read(relation.Target, part => new SheetParser(part, parser, left).Parse(sheet.Name, sheet.IsHidden));
                cellsLeft -= cells.Rows.Sum(r => r.Cells.Count);
                read.Add(cells);
            }
        }

        return read;
    }

    /// <returns>Whether the file holds macros: they are data like any other part that a report does not need, and stay unopened.</returns>
    private bool RefuseOtherKinds()
    {
        if (parts.ContainsKey("mimetype") && parts.ContainsKey("content.xml"))
        {
            throw new GateRefusal(UnreadableReason.OpenDocument);
        }

        if (!parts.ContainsKey(ContentTypes))
        {
            throw new GateRefusal(parts.Keys.Any(name => name.EndsWith(".iwa", StringComparison.OrdinalIgnoreCase)) ? UnreadableReason.Numbers : UnreadableReason.ZipArchive);
        }

        var types = Read(ContentTypes, ReadContentTypes);
        var reason = types.Select(ReasonAgainst).FirstOrDefault(r => r is not null);
        if (reason is { } against)
        {
            throw new GateRefusal(against);
        }

        if (!types.Any(t => t.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase) || t.Contains("ms-excel.", StringComparison.OrdinalIgnoreCase)))
        {
            throw new GateRefusal(UnreadableReason.OtherArchive);
        }

        return types.Any(t => t.Contains("macroenabled", StringComparison.OrdinalIgnoreCase) || t.Contains("vbaproject", StringComparison.OrdinalIgnoreCase))
            || parts.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
    }

    private static UnreadableReason? ReasonAgainst(string contentType) => contentType.ToLowerInvariant() switch
    {
        var t when t.Contains("sheet.binary", StringComparison.Ordinal) => UnreadableReason.BinaryWorkbook,
        var t when t.Contains("wordprocessingml.document.main", StringComparison.Ordinal)
            || t.Contains("presentationml.presentation.main", StringComparison.Ordinal)
            || t.Contains("ms-word.", StringComparison.Ordinal)
            || t.Contains("ms-powerpoint.", StringComparison.Ordinal) => UnreadableReason.OtherOfficeDocument,
        _ => null,
    };

    private static List<string> ReadContentTypes(PartReader part)
    {
        var types = new List<string>();
        while (part.NextElement())
        {
            if (part.Attribute("ContentType") is { } type)
            {
                types.Add(type);
            }
        }

        return types;
    }

    /// <summary>The sheets in their order, the defined names, and whether dates count from 1904.</summary>
    public (List<SheetEntry> Sheets, Dictionary<string, string> Names, bool IsFrom1904) ReadWorkbook(string workbook) => Read(workbook, part =>
    {
        var sheets = new List<SheetEntry>();
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var isFrom1904 = false;
        while (part.NextElement())
        {
            switch (part.Name)
            {
                case "workbookPr":
                    isFrom1904 = part.Attribute("date1904") is "1" or "true";
                    break;
                case "sheet" when part.Depth == 2:
                    sheets.Add(new SheetEntry(part.Attribute("name") ?? string.Empty, part.Attribute("id"), part.Attribute("state") is "hidden" or "veryHidden"));
                    PartReader.RefuseAbove(sheets.Count, GateLimits.Sheets);
                    break;
                case "definedName" when part.Attribute("name") is { } name:
                    names.TryAdd(name, part.Text());
                    PartReader.RefuseAbove(names.Count, GateLimits.DefinedNames);
                    break;
                default:
                    break;
            }
        }

        return (sheets, names, isFrom1904);
    });

    /// <summary>What a part refers to inside the package; the package itself is the empty name.</summary>
    public List<Relation> RelationsOf(string source)
    {
        var name = RelationsName(source);
        return parts.ContainsKey(name) ? Read(name, part => ReadRelations(part, source[..(source.LastIndexOf('/') + 1)])) : [];
    }

    public static string RelationsName(string source)
    {
        var slash = source.LastIndexOf('/') + 1;
        return $"{source[..slash]}_rels/{source[slash..]}.rels";
    }

    private static List<Relation> ReadRelations(PartReader part, string folder)
    {
        var relations = new List<Relation>();
        while (part.NextElement())
        {
            if (part.Attribute("Target") is { } target && part.Attribute("Type") is { } type && part.Attribute("TargetMode") != "External")
            {
                relations.Add(new Relation(part.Attribute("Id"), type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
                PartReader.RefuseAbove(relations.Count, GateLimits.DefinedNames);
            }
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        var path = target.Replace('\\', '/');
        var segments = new List<string>();
        foreach (var segment in (path.StartsWith('/') ? path : folder + path).Split('/'))
        {
            if (segment == "..")
            {
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            }
            else if (segment is not ("" or "."))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }

    public T Read<T>(string name, Func<PartReader, T> read)
    {
        if (!parts.TryGetValue(name, out var found))
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        using var part = new PartReader(file, found, clock);
        return read(part);
    }

    public sealed record SheetEntry(string Name, string? RelationId, bool IsHidden);

    /// <param name="Kind">The last word of its type: <c>worksheet</c>.</param>
    public readonly record struct Relation(string? Id, string Kind, string? Target);
}
