using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>What is to be said of a table beside its figures: each thing once.</summary>
internal sealed class TableNotes(SheetView view, Vocabulary words)
{
    /// <summary>So many unknown labels get their nearest names; beyond, a table is none of ours.</summary>
    private const int LabelsCompared = 60;

    /// <summary>Of columns that say the same; the rest is an ellipsis.</summary>
    private const int RivalsNamed = 4;

    private readonly List<UnplacedText> _all = [];
    private readonly HashSet<(CellRef, UnplacedKind)> _said = [];
    private readonly HashSet<CellRef> _rivals = [];

    public IReadOnlyList<UnplacedText> All => _all;

    public void Deceptive(Cell label) => Add(new UnplacedText(CellText.Of(label), view.Ref(label), UnplacedKind.DeceptiveText));

    public void Hidden(string text, CellRef at) => Add(new UnplacedText(text, at, UnplacedKind.HiddenButRead));

    /// <summary>A row that holds a part of the row above it.</summary>
    public void Part(Cell label) => Add(new UnplacedText(CellText.Of(label), view.Ref(label), UnplacedKind.PartRow));

    /// <summary>Columns that say the same.</summary>
    public void Rivals(IReadOnlyList<TableColumn> columns)
    {
        _rivals.UnionWith(columns.Select(c => c.Cell));
        Add(new UnplacedText(string.Join("”, “", columns.Select(c => c.Text.Trim()).Distinct().Take(RivalsNamed)), columns[0].Cell, UnplacedKind.RivalColumns)
        {
            Place = string.Join(", ", columns.Take(RivalsNamed).Select(c => c.Cell.Address.TrimEnd("0123456789".ToCharArray()))) + (columns.Count > RivalsNamed ? "…" : string.Empty),
        });
    }

    /// <summary>A row with figures whose label nobody knows.</summary>
    public void UnknownRow(Cell label) => Unknown(CellText.Of(label), view.Ref(label), isColumn: false, isRole: false, label.Text);

    /// <summary>The row of the total of a ward's neighbourhoods, or without one their first.</summary>
    public void Neighbourhoods(CellRef at, string label, bool isTotal) => Add(new UnplacedText(label.Trim(), at, isTotal ? UnplacedKind.NeighbourhoodTotal : UnplacedKind.Neighbourhoods));

    /// <summary>A row of averages and the like, that is no unit's.</summary>
    public void Statistic(Cell label) => Add(new UnplacedText(CellText.Of(label), view.Ref(label), UnplacedKind.UnknownIndicator));

    /// <summary>A column with figures whose head nobody knows.</summary>
    /// <param name="isRole">The rows name the indicators, so that the column may be given a role.</param>
    public void UnknownColumn(TableColumn column, bool isRole)
    {
        if (!_rivals.Contains(column.Cell))
        {
            Unknown(column.Text, column.Cell, isColumn: true, isRole, column.UnknownText);
        }
    }

    /// <summary>A row or column read as a person said, or left out.</summary>
    public void Mapped(string text, CellRef at, LabelMapping mapping) =>
        Add(new UnplacedText(text.Trim(), at, mapping.Use == LabelUse.Ignored ? UnplacedKind.MappedToNothing : UnplacedKind.MappedLabel) { Mapping = mapping });

    private void Unknown(string text, CellRef at, bool isColumn, bool isRole, string label)
    {
        var key = LabelKey.Of(label);
        Add(new UnplacedText(text.Trim(), at, UnplacedKind.UnknownIndicator)
        {
            NearestIndicators = _all.Count < LabelsCompared ? words.NearestIndicators(label) : [],
            Label = key.Length == 0 ? null : new MappableLabel(key, isColumn, isRole),
        });
    }

    private void Add(UnplacedText text)
    {
        if (_said.Add((text.Cell, text.Kind)))
        {
            _all.Add(text);
        }
    }
}
