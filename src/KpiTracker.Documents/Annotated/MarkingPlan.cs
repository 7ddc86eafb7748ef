using System.Globalization;
using System.Text;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Packages;

namespace KpiTracker.Documents.Annotated;

/// <summary>Which parts of a workbook change and which are added, worked out before anything is written; all others are copied as they are packed.</summary>
internal sealed class MarkingPlan
{
    private const int LongestSheetName = 31;

    private readonly byte[] _file;
    private readonly AnnotationRequest _request;
    private readonly ReadingClock _clock;
    private readonly Dictionary<string, ZipPart> _parts;
    private readonly WorkbookParts _reading;
    private readonly AnnotationTexts _texts;
    private readonly PackageNames _names;
    private readonly MarkedStyles _styles;
    private readonly string _listName;

    private readonly List<AddedLine> _types = [];
    private readonly List<(string Part, Action<Stream> Write)> _changed = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="file">A workbook that the gate lets through.</param>
    /// <param name="isConverted">It was an old one, and the list says what was not kept.</param>
    public MarkingPlan(byte[] file, AnnotationRequest request, bool isConverted, ReadingClock clock)
    {
        (_file, _request, _clock) = (file, request, clock);
        _parts = ZipDirectory.Read(file);
        _reading = new WorkbookParts(file, _parts, clock);
        _texts = new AnnotationTexts(request.Culture);
        var workbook = _reading.WorkbookName();
        _names = PackageNames.Of(_reading.Read(workbook, part => part.NextElement() ? part.Namespace : string.Empty));
        var relations = _reading.RelationsOf(workbook);
        var sheets = _reading.ReadWorkbook(workbook).Sheets;
        _listName = FreeSheetName(sheets);
        var styles = relations.FirstOrDefault(r => r.Kind == "styles").Target;
        _styles = new MarkedStyles(styles is null ? default : _reading.Read(styles, StylesCopy.Count));

        var marks = SheetsToMark(sheets, relations);
        foreach (var sheet in marks)
        {
            PlanSheet(sheet);
        }

        PlanWorkbook(workbook, styles, [.. sheets.Select(s => s.Name)], Remarks(marks, isConverted));
    }

    public void Write(Stream output)
    {
        var package = new PackageWriter(output);
        package.Write(WorkbookParts.ContentTypes, part => Run(new AppendingCopy(_types), WorkbookParts.ContentTypes, string.Empty, part));
        var changed = _changed.Select(c => c.Part).Append(WorkbookParts.ContentTypes).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var part in _parts.Values.Where(p => !changed.Contains(p.Name)))
        {
            package.Copy(_file, part);
        }

        foreach (var (part, write) in _changed)
        {
            package.Write(_parts.TryGetValue(part, out var existing) ? existing.Name : part, write);
        }

        package.Finish();
    }

    private List<SheetMarks> SheetsToMark(List<WorkbookParts.SheetEntry> sheets, List<WorkbookParts.Relation> relations)
    {
        var marks = new List<SheetMarks>();
        foreach (var notes in _request.Notes.Where(n => n is { Sheet: not null, Address: not null }).GroupBy(n => n.Sheet))
        {
            var relation = relations.FirstOrDefault(r => r.Kind == "worksheet" && r.Id is not null && r.Id == sheets.FirstOrDefault(s => s.Name == notes.Key)?.RelationId);
            var cells = notes
                .Select(n => (Note: n, IsCell: CellAddress.TryParse(n.Address, out var row, out var column), Row: row, Column: column))
                .Where(n => n.IsCell)
                .GroupBy(n => (n.Row, n.Column))
                .OrderBy(g => g.Key)
                .Select(g => new MarkedCell(g.Key.Row, g.Key.Column, [.. g.Select(n => n.Note)]))
                .ToList();
            if (relation.Target is { } part && cells.Count > 0)
            {
                marks.Add(new SheetMarks(notes.Key!, part, cells));
            }
        }

        return marks;
    }

    private void PlanSheet(SheetMarks sheet)
    {
        var relations = _reading.RelationsOf(sheet.Part);
        var relationsName = WorkbookParts.RelationsName(sheet.Part);
        var added = new List<AddedLine>();
        var comments = relations.FirstOrDefault(r => r.Kind == "comments").Target;
        if (comments is null)
        {
            comments = FreePart("xl/comments-kpitracker", ".xml");
            added.Add(AddedLine.Relation(FreeId(relationsName, 1), _names.Office + "/comments", comments));
            _types.Add(AddedLine.Type(comments, PackageNames.SheetMedia + ".comments+xml"));
        }

        var (drawing, newId) = DrawingOf(sheet, relations, relationsName);
        if (newId is not null)
        {
            added.Add(AddedLine.Relation(newId, _names.Office + "/vmlDrawing", drawing));
            _types.Add(AddedLine.Type(drawing, PackageNames.VmlMedia));
        }

        var words = new CommentText(_texts, _listName);
        var commenting = new CommentsCopy(sheet, words);
        Change(sheet.Part, new SheetCopy(sheet, _styles, _names, newId));
        Change(comments, commenting, CommentsCopy.Empty(_names));
        _changed.Add((drawing, part => part.Write(Encoding.UTF8.GetBytes(CommentBoxes.AddTo(TextOf(drawing), commenting.Added, words)))));
        if (added.Count > 0)
        {
            Change(relationsName, new AppendingCopy(added), NoRelations);
        }
    }

    /// <returns>The drawing of the sheet's comments, and the relation by which the sheet is to name it where it has none yet.</returns>
    private (string Part, string? NewId) DrawingOf(SheetMarks sheet, List<WorkbookParts.Relation> relations, string relationsName)
    {
        var id = _reading.Read(sheet.Part, part =>
        {
            while (part.NextElement())
            {
                if (part.Name == "legacyDrawing" && part.Depth == 1)
                {
                    return part.Attribute("id");
                }
            }

            return null;
        });
        if (id is null)
        {
            return (FreePart("xl/drawings/kpitracker", ".vml"), FreeId(relationsName, 2));
        }

        return relations.FirstOrDefault(r => r.Id == id).Target is { } drawing && _parts.ContainsKey(drawing)
            ? (drawing, null)
            : throw new GateRefusal(UnreadableReason.Damaged);
    }

    private void PlanWorkbook(string workbook, string? styles, HashSet<string> places, IReadOnlyList<string> remarks)
    {
        var relationsName = WorkbookParts.RelationsName(workbook);
        var list = FreePart("xl/worksheets/kpitracker", ".xml");
        var listId = FreeId(relationsName, 1);
        List<AddedLine> added = [AddedLine.Relation(listId, _names.Office + "/worksheet", list)];
        _types.Add(AddedLine.Type(list, PackageNames.SheetMedia + ".worksheet+xml"));
        if (styles is null)
        {
            styles = FreePart("xl/styles-kpitracker", ".xml");
            added.Add(AddedLine.Relation(FreeId(relationsName, 2), _names.Office + "/styles", styles));
            _types.Add(AddedLine.Type(styles, PackageNames.SheetMedia + ".styles+xml"));
        }

        Change(workbook, new WorkbookCopy(_listName, listId, _reading.Read(workbook, WorkbookCopy.LastSheetId) + 1, _names));
        Change(relationsName, new AppendingCopy(added), NoRelations);
        _changed.Add((list, part => PartXml.Write(part, xml => new FindingSheet(xml, _names, _styles, _texts, _request, places, remarks).Write())));

        // Last: only now is it known which styles the marked cells have.
        _changed.Add((styles, part => Run(new StylesCopy(_styles), styles, StylesCopy.Empty(_names), part)));
    }

    private List<string> Remarks(List<SheetMarks> marks, bool isConverted)
    {
        List<string> remarks =
        [
            .. marks.Where(m => m.Cells.Count > AnnotationLimits.CommentsPerSheet)
                .Select(m => _texts.Print("Note.Comments", m.Name, Number(AnnotationLimits.CommentsPerSheet))),
        ];
        if (_request.Found > _request.Notes.Count)
        {
            remarks.Add(_texts.Print("Note.Listed", Number(_request.Found), Number(_request.Notes.Count)));
        }

        if (isConverted)
        {
            remarks.Add(_texts["Note.OldExcel"]);
        }

        return remarks;
    }

    private static string NoRelations => $"<Relationships xmlns=\"{PackageNames.Relations}\"/>";

    private void Change(string name, PartCopy copy, string empty = "") => _changed.Add((name, part => Run(copy, name, empty, part)));

    private void Run(PartCopy copy, string name, string empty, Stream output)
    {
        if (_parts.TryGetValue(name, out var part))
        {
            copy.Run(_file, part, _clock, output);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(empty);
        copy.Run(bytes, new ZipPart(name, 0, bytes.Length, bytes.Length, Crc32.Append(0, bytes), IsStored: true), _clock, output);
    }

    private string TextOf(string drawing)
    {
        if (!_parts.TryGetValue(drawing, out var part))
        {
            return CommentBoxes.Empty;
        }

        using var text = new StreamReader(new PartStream(_file, part, _clock));
        return text.ReadToEnd();
    }

    private string FreePart(string start, string end)
    {
        var name = start + end;
        for (var number = 2; _parts.ContainsKey(name) || !_taken.Add(name); number++)
        {
            name = $"{start}{number.ToString(CultureInfo.InvariantCulture)}{end}";
        }

        return name;
    }

    /// <param name="number">Tells apart the relations that are added to the same list.</param>
    private string FreeId(string relationsName, int number)
    {
        var taken = _parts.ContainsKey(relationsName) ? _reading.Read(relationsName, Ids) : [];
        var id = string.Create(CultureInfo.InvariantCulture, $"rIdKpi{number}");
        while (taken.Contains(id))
        {
            id += "x";
        }

        return id;
    }

    private static HashSet<string> Ids(PartReader part)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (part.NextElement())
        {
            ids.Add(part.Attribute("Id") ?? string.Empty);
        }

        return ids;
    }

    private string FreeSheetName(List<WorkbookParts.SheetEntry> sheets)
    {
        var wanted = _texts["Sheet.Name"];
        var name = wanted;
        for (var number = 2; sheets.Any(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)); number++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            name = wanted[..Math.Min(wanted.Length, LongestSheetName - end.Length)] + end;
        }

        return name;
    }

    private static string Number(int number) => Domain.Figures.FigureText.Count(number);
}
