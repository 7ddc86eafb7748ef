using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>
/// Reads the rows under a head. Each figure needs an indicator, a role (whole, part, percentage) and, in a consolidated table, a unit; whichever
/// of them the columns do not name, the rows do. So indicators in rows, units in rows, and their transposes are one reading.
/// </summary>
internal sealed class TableReader
{
    /// <summary>So many empty rows end a table.</summary>
    private const int GapThatEnds = 15;

    private readonly SheetView _view;
    private readonly TableHead _head;
    private readonly Vocabulary _words;
    private readonly TableMargin _margin;
    private readonly List<SheetRow> _rows;
    private readonly bool _rowsNameIndicators;
    private readonly List<TableColumn> _figureColumns;
    private readonly List<LineBuilder> _lines = [];
    private readonly Dictionary<(string Indicator, string Unit, int Row), LineBuilder> _open = [];
    private readonly List<LineBuilder> _totals = [];
    private readonly TableNotes _notes;
    private readonly HashSet<string> _certain;
    private UnitMention? _section;
    private LineName? _lastIndicator;
    private int _figures;
    private int _lastRow;

    private TableReader(SheetView view, TableHead head, int end, Vocabulary words)
    {
        (_view, _head, _words, _lastRow, _notes) = (view, head, words, head.Bottom, new TableNotes(view, words));
        _margin = TableMargin.Of(head, view);
        _rows = RowsUntil(end);
        var columnIndicators = head.Columns.Where(c => c.HoldsFigures).Select(c => c.Indicator).OfType<string>().Distinct().Count();
        var inRows = _rows.SelectMany(r => r.Cells).Where(c => c.Kind == CellKind.Text && _margin.Labels.Contains(c.Column)).Select(c => words.Indicator(c.Text)).OfType<NamedIndicator>().ToList();
        var rowIndicators = inRows.Select(i => i.Code).Distinct().Count();
        _certain = [.. inRows.Where(i => i.IsCertain).Select(i => i.Code)];
        _rowsNameIndicators = rowIndicators > columnIndicators || (rowIndicators > 0 && rowIndicators == columnIndicators && !AnyRowNamesUnit());
        CanBeRead = _rowsNameIndicators || columnIndicators > 0;
        _figureColumns = ColumnsOfFigures();
    }

    private bool CanBeRead { get; }

    private bool ColumnsNameUnits => _rowsNameIndicators && _head.Columns.Any(c => c.HoldsFigures && c.Unit is not null);

    /// <param name="end">First row that is no longer this table's.</param>
    /// <returns><c>null</c> when no figure under the head finds its place.</returns>
    public static TableReading? Read(SheetView view, TableHead head, int end, Vocabulary words)
    {
        if (head.Columns.Count == 0)
        {
            return null;
        }

        var reader = new TableReader(view, head, end, words);
        return reader.CanBeRead ? reader.Read() : null;
    }

    private TableReading? Read()
    {
        foreach (var row in _rows)
        {
            if (!ReadRow(row))
            {
                break;
            }
        }

        var kept = _lines.Where(l => l.HasValue || !_lines.Any(other => other != l && other.HasValue && IsSame(other, l))).ToList();
        if (kept.Count == 0 || _figures == 0)
        {
            return null;
        }

        ColumnWarnings.Say(_notes, _view, _head, _figureColumns, [.. _rows.TakeWhile(r => r.Number <= _lastRow)], _rowsNameIndicators);
        return new TableReading(
            ColumnsNameUnits ? ReportLayout.UnitsInColumns : _rowsNameIndicators ? ReportLayout.IndicatorsInRows : ReportLayout.UnitsInRows,
            _head,
            _lastRow,
            _figures,
            [.. kept.Select(l => l.Line(_words.Definition(l.IndicatorCode)))],
            [.. _totals.Where(t => t.HasValue).Select(t => t.Line(_words.Definition(t.IndicatorCode))).Select(l => new TotalLine(l.IndicatorCode, l.Numerator, l.Denominator))],
            _notes.All);
    }

    private static bool IsSame(LineBuilder one, LineBuilder other) =>
        one.IndicatorCode == other.IndicatorCode && one.Unit?.Unit == other.Unit?.Unit && one.Unit?.Written == other.Unit?.Written;

    private List<SheetRow> RowsUntil(int end)
    {
        var rows = new List<SheetRow>();
        var last = _head.Bottom;
        foreach (var row in _view.Rows.Where(r => r.Number > _head.Bottom && r.Number < end))
        {
            if (row.Number - last > GapThatEnds)
            {
                break;
            }

            rows.Add(row);
            last = row.Number;
        }

        return rows;
    }

    private bool AnyRowNamesUnit() =>
        _rows.SelectMany(r => r.Cells).Any(c => c.Kind == CellKind.Text && _margin.Labels.Contains(c.Column) && _words.Unit(c.Text, _view.Ref(c)) is not null);

    private List<TableColumn> ColumnsOfFigures()
    {
        var columns = _head.Columns.Where(c => c.HoldsFigures && (_rowsNameIndicators ? c.Mapping?.IndicatorCode is null : c.Indicator is not null)).ToList();
        if (ColumnsNameUnits)
        {
            columns = columns.FindAll(c => c.Unit is not null || c.IsTotal);
        }

        // Months side by side: the reported one is read, unless it is not among them, which is then asked about.
        var period = _words.Context.Period;
        return columns.Exists(c => c.Period == period) ? columns.FindAll(c => c.Period is null || c.Period == period) : columns;
    }

    /// <returns><c>false</c> when the table ends above this row.</returns>
    private bool ReadRow(SheetRow row)
    {
        var labels = RowLabels.Of(_view, row, _margin, _rowsNameIndicators, _words);
        var cells = _figureColumns.Select(c => _view.At(row.Number, c.Index)).OfType<Cell>().ToList();
        var hasNumbers = cells.Exists(NumberReading.IsNumberLike);
        if (labels.IsFooter && !hasNumbers)
        {
            return false;
        }

        if (labels.IsDeceptive && labels.First is { } deceptive && hasNumbers)
        {
            _notes.Deceptive(deceptive);
        }

        var placed = _rowsNameIndicators ? ReadIndicatorRow(row, labels, cells.Count > 0, hasNumbers) : ReadUnitRow(row, labels, cells.Count > 0, hasNumbers);
        if (placed)
        {
            _lastRow = row.Number;
            WarnOfHiddenRow(row, labels);
        }

        return true;
    }

    private bool ReadIndicatorRow(SheetRow row, RowLabels labels, bool hasCells, bool hasNumbers)
    {
        var indicator = NameOf(labels) ?? (labels.Role != FigureRole.None ? _lastIndicator : null);
        if (indicator is null)
        {
            return ReadOtherRow(labels, hasCells, hasNumbers);
        }

        if (labels.Mapped is { Mapping.IndicatorCode: not null } mapped && hasCells)
        {
            _notes.Mapped(mapped.Cell.Text, _view.Ref(mapped.Cell), mapped.Mapping);
        }

        _lastIndicator = indicator;
        foreach (var column in _figureColumns)
        {
            var unit = column.Unit ?? labels.Unit ?? _section;
            var role = column.Role != FigureRole.None && !(ColumnsNameUnits && column.Role == FigureRole.Denominator && column.IsTotal) ? column.Role : labels.Role;
            if (column.IsTotal && ColumnsNameUnits)
            {
                Place(_totals, row, column, null, indicator, role);
            }
            else
            {
                Place(_lines, row, column, unit, indicator, role);
            }
        }

        return true;
    }

    private LineName? NameOf(RowLabels labels)
    {
        if (labels.Indicator is not { } named || labels.IndicatorCell is not { } cell)
        {
            return null;
        }

        // A name that only resembles an indicator's is another's when the indicator itself stands in the table.
        return named.IsCertain ? new LineName(named.Code, cell, null)
            : labels.Unit is null && _section is null && _certain.Contains(named.Code) ? null
            : new LineName(named.Code, cell, new UncertainLabel(cell.Text.Trim(), _view.Ref(cell)));
    }

    /// <summary>A row that names no indicator: a total, a heading that names the unit of the rows below, a group, or figures of something unknown.</summary>
    private bool ReadOtherRow(RowLabels labels, bool hasCells, bool hasNumbers)
    {
        if (labels.Unit is { } unit && !hasCells)
        {
            _section = unit;
            return true;
        }

        if (!labels.IsTotal && hasNumbers && labels.First is { } label)
        {
            if (labels.Mapped is { Mapping.Use: LabelUse.Ignored } mapped)
            {
                _notes.Mapped(mapped.Cell.Text, _view.Ref(mapped.Cell), mapped.Mapping);
            }
            else
            {
                _notes.UnknownRow(label);
            }
        }

        return hasNumbers && (labels.IsTotal || labels.First is not null);
    }

    private bool ReadUnitRow(SheetRow row, RowLabels labels, bool hasCells, bool hasNumbers)
    {
        if (labels.IsTotal || (!_words.Scope.IsWard && labels.First is { } name && UnitNames.IsNameOf(_words.Scope, name.Text)))
        {
            ReadTotalRow(row, labels);
            return hasCells;
        }

        var unit = labels.Unit ?? (labels.First is { } unknown && hasNumbers ? _words.ResolveUnit(unknown.Text, _view.Ref(unknown)) : null);
        if (unit is null && (!hasNumbers || !_words.Scope.IsWard))
        {
            return false;
        }

        foreach (var column in _figureColumns)
        {
            var label = labels.First ?? _view.At(row.Number, column.Index);
            if (label is not null)
            {
                Place(_lines, row, column, unit, new LineName(column.Indicator!, label, column.Resembles), column.Role != FigureRole.None ? column.Role : labels.Role);
            }
        }

        return true;
    }

    private void ReadTotalRow(SheetRow row, RowLabels labels)
    {
        if (labels.First is { } label && (labels.IsWholeTotal || !labels.IsTotal))
        {
            foreach (var column in _figureColumns)
            {
                Place(_totals, row, column, null, new LineName(column.Indicator!, label, column.Resembles), column.Role);
            }
        }
    }

    private void Place(List<LineBuilder> lines, SheetRow row, TableColumn column, UnitMention? unit, LineName indicator, FigureRole role)
    {
        var cell = _view.At(row.Number, column.Index);
        var place = role != FigureRole.None ? role : LineBuilder.RoleByShape(_words.Definition(indicator.Code), cell);
        if (place is FigureRole.None or FigureRole.Ignored)
        {
            if (place == FigureRole.None && cell is not null && NumberReading.IsNumberLike(cell))
            {
                _notes.UnknownColumn(column, _rowsNameIndicators);
            }

            return;
        }

        var isTotal = lines == _totals;
        var key = (indicator.Code, isTotal ? "Σ" : unit is null ? string.Empty : unit.Unit?.ToString() ?? unit.Written, _margin.RowsHoldRoles && _rowsNameIndicators ? 0 : row.Number);
        if (!_open.TryGetValue(key, out var line) || line.Holds(place))
        {
            _open[key] = line = new LineBuilder(unit, indicator.Code, _view.Ref(indicator.Cell), indicator.Resembles);
            lines.Add(line);
        }

        var figure = NumberReading.Read(cell, _view.Ref(row.Number, column.Index), place == FigureRole.Percent);
        line.Add(place, _view.IsEdited(row.Number, column.Index) ? figure with { IsEdited = true } : figure);
        _figures += cell is not null && !isTotal ? 1 : 0;
    }

    private void WarnOfHiddenRow(SheetRow row, RowLabels labels)
    {
        if (row.IsHidden)
        {
            _notes.Hidden(labels.First?.Text ?? string.Empty, _view.Ref(row.Number, labels.First?.Column ?? _head.Columns[0].Index));
        }
    }
}
