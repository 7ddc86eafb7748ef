using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>
/// Reads the rows under a head. Each figure needs an indicator, a role (whole, part, percentage) and, in a consolidated table, a unit; whichever
/// of them the columns do not name, the rows do. So indicators in rows, units in rows, and their transposes are one reading.
/// </summary>
internal sealed class TableReader
{
    private readonly SheetView _view;
    private readonly TableHead _head;
    private readonly Vocabulary _words;
    private readonly TableMargin _margin;
    private readonly List<SheetRow> _rows;
    private readonly bool _rowsNameIndicators;
    private readonly List<TableColumn> _figureColumns;
    private readonly List<TableColumn> _sumColumns;
    private readonly TableMonths _months;
    private readonly TableLines _lines;
    private readonly bool _unitsStandUnderIndicators;
    private readonly NeighbourhoodTable? _neighbourhoods;
    private readonly TableNotes _notes;
    private readonly RowNames _names;
    private UnitMention? _section;
    private LineName? _lastIndicator;
    private int _lastRow;

    private TableReader(SheetView view, TableHead head, int end, UncertainLabel? measure, Vocabulary words)
    {
        (_view, _head, _words, _lastRow, _notes) = (view, head, words, head.Bottom, new TableNotes(view, words));
        _margin = TableMargin.Of(head, view);
        _rows = new HeadRepeats(view, head).RowsBelow(end, words);
        var columnIndicators = head.Columns.Where(c => c.HoldsFigures).Select(c => c.Indicator).OfType<string>().Distinct().Count();
        var inRows = _rows.SelectMany(r => r.Cells).Where(c => c.Kind == CellKind.Text && _margin.Labels.Contains(c.Column)).Select(c => words.Indicator(c.Text)).OfType<NamedIndicator>().ToList();
        var rowIndicators = inRows.Select(i => i.Code).Distinct().Count();
        _names = new RowNames(view, inRows.Where(i => i.IsCertain).Select(i => i.Code).ToHashSet());
        _rowsNameIndicators = rowIndicators > columnIndicators || (rowIndicators > 0 && rowIndicators == columnIndicators && !AnyRowNamesUnit());
        CanBeRead = _rowsNameIndicators || columnIndicators > 0;
        _months = new TableMonths(FigureColumns(), words.Context.Period);
        _figureColumns = RivalColumns.LeaveOut(_months.Read, _rowsNameIndicators, _notes);
        _sumColumns = _rowsNameIndicators && !ColumnsNameUnits ? [] : [.. head.Columns.Where(c => TableSums.IsSumColumn(c) && !(ColumnsNameUnits && c.IsTotal))];
        _lines = new TableLines(view, words, _notes, new MeasureUnits(view, head, measure), _margin.RowsHoldRoles && _rowsNameIndicators);
        _neighbourhoods = words.Scope.IsWard && !_rowsNameIndicators ? NeighbourhoodTable.Of(view, _rows, _margin, words) : null;
        _unitsStandUnderIndicators = !words.Scope.IsWard && _rowsNameIndicators && !ColumnsNameUnits && !_margin.RowsHoldRoles && _rows.Exists(IsUnitAlone);
    }

    private bool CanBeRead { get; }

    /// <summary>A total row of one ward's table adds up indicators.</summary>
    private bool AddsUpIndicators => !ColumnsNameUnits && !_margin.RowsHoldRoles && _section is null && !_unitsStandUnderIndicators;

    private bool ColumnsNameUnits => _rowsNameIndicators && _head.Columns.Any(c => c.HoldsFigures && c.Unit is not null);

    /// <param name="end">First row that is no longer this table's.</param>
    /// <param name="measure">The unit of measure that the title states; <c>null</c> for none.</param>
    /// <returns><c>null</c> when no figure under the head finds its place.</returns>
    public static TableReading? Read(SheetView view, TableHead head, int end, UncertainLabel? measure, Vocabulary words)
    {
        if (head.Columns.Count == 0)
        {
            return null;
        }

        var reader = new TableReader(view, head, end, measure, words);
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

        if (_lines.Figures == 0)
        {
            return null;
        }

        var (lines, totals, sums) = _lines.Read();

        ColumnWarnings.Say(_notes, _view, _head, _figureColumns, [.. _rows.TakeWhile(r => r.Number <= _lastRow)], _rowsNameIndicators);
        return new TableReading(
            ColumnsNameUnits ? ReportLayout.UnitsInColumns : _rowsNameIndicators ? ReportLayout.IndicatorsInRows : ReportLayout.UnitsInRows,
            _head,
            _lastRow,
            _lines.Figures,
            lines,
            totals,
            _notes.All,
            _months)
        {
            Sums = sums,
        };
    }

    private bool AnyRowNamesUnit() =>
        _rows.SelectMany(r => r.Cells).Any(c => c.Kind == CellKind.Text && _margin.Labels.Contains(c.Column) && _words.Unit(c.Text, _view.Ref(c)) is not null);

    private List<TableColumn> FigureColumns()
    {
        var columns = _head.Columns.Where(c => c.HoldsFigures && (_rowsNameIndicators ? c.Mapping?.IndicatorCode is null : c.Indicator is not null)).ToList();
        if (columns.Count == 0 && _rowsNameIndicators && _margin.RowsHoldRoles)
        {
            return [.. _head.Columns.Where(c => HeaderWords.IsBareFigures(c.Text)).Take(1)];
        }

        return ColumnsNameUnits ? columns.FindAll(c => c.Unit is not null || c.IsTotal) : columns;
    }

    /// <summary>A row that names a unit beside its figures and leaves the indicator to a row above it.</summary>
    private bool IsUnitAlone(SheetRow row) =>
        RowLabels.Of(_view, row, _margin, true, _words) is { Unit: not null, Indicator: null } && HasNumbers(row);

    private bool HasNumbers(SheetRow row) => _figureColumns.Exists(c => _view.At(row.Number, c.Index) is { } cell && NumberReading.IsNumberLike(cell));

    /// <returns><c>false</c> when the table ends above this row.</returns>
    private bool ReadRow(SheetRow row)
    {
        _words.KeepWithinBudget();
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
            if (_sumColumns.Count > 0)
            {
                _lines.Sums.AddColumns(row, _sumColumns, _figureColumns);
            }

            WarnOfHiddenRow(row, labels);
        }

        return true;
    }

    private bool ReadIndicatorRow(SheetRow row, RowLabels labels, bool hasCells, bool hasNumbers)
    {
        var named = _names.Of(labels, _section is not null);
        var indicator = named ?? (labels.Role != FigureRole.None || (_unitsStandUnderIndicators && labels.Unit is not null && hasNumbers) ? _lastIndicator : null);
        if (indicator is null)
        {
            return ReadOtherRow(row, labels, hasCells, hasNumbers);
        }

        if (named is not null && _names.IsPartOfRowAbove(labels, named))
        {
            _notes.Part(named.Cell);
            return true;
        }

        _names.Above(labels, named, hasNumbers);
        if (labels.Mapped is { Mapping.IndicatorCode: not null } mapped && hasCells)
        {
            _notes.Mapped(mapped.Cell.Text, _view.Ref(mapped.Cell), mapped.Mapping);
        }

        _lastIndicator = indicator;
        foreach (var column in _figureColumns)
        {
            var unit = column.Unit ?? labels.Unit ?? _section;
            var place = FigurePlace.Of(row, column, labels);
            if ((column.IsTotal && ColumnsNameUnits) || (_unitsStandUnderIndicators && named is not null && unit is null))
            {
                _lines.AddTotal(place, indicator, TotalReach.Whole);
            }
            else
            {
                Place(place, unit, indicator);
            }
        }

        return true;
    }

    /// <summary>A row that names no indicator: a total, a heading that names the unit of the rows below, a group, or figures of something unknown.</summary>
    private bool ReadOtherRow(SheetRow row, RowLabels labels, bool hasCells, bool hasNumbers)
    {
        if (labels.Unit is { } unit && !hasCells)
        {
            _section = unit;
            return false;
        }

        if (hasNumbers && labels.First is { } sum && (labels.IsTotal || labels.IsRoman) && labels.Mapped is null && AddsUpIndicators)
        {
            _lines.Sums.AddRow(row, sum, !labels.IsTotal, _figureColumns);
        }
        else if (!labels.IsTotal && hasNumbers && labels.First is { } label)
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
        if (_neighbourhoods is { } table)
        {
            table.Read(row, _figureColumns, _lines, _notes);
            return hasCells;
        }

        if (labels.IsTotal || (!_words.Scope.IsWard && labels.First is { } name && UnitNames.IsNameOf(_words.Scope, name.Text)))
        {
            ReadTotalRow(row, labels, labels.IsWholeTotal || !labels.IsTotal ? TotalReach.Whole : TotalReach.Part);
            return hasCells;
        }

        if (labels.Unit is null && labels.First is { } statistic && HeaderWords.IsStatistic(statistic.Text))
        {
            _notes.Statistic(statistic);
            return hasCells;
        }

        var unit = labels.Unit ?? (labels.First is { } unknown && hasNumbers ? _words.ResolveUnit(unknown.Text, _view.Ref(unknown)) : null);
        if (unit is null && (!hasNumbers || !_words.Scope.IsWard))
        {
            return false;
        }

        if (unit is { Unit: null } && labels.IsRoman)
        {
            ReadTotalRow(row, labels, TotalReach.Part);
            return true;
        }

        foreach (var column in _figureColumns)
        {
            var label = labels.First ?? _view.At(row.Number, column.Index);
            if (label is not null)
            {
                Place(FigurePlace.Of(row, column, labels), unit, new LineName(column.Indicator!, label, column.Resembles));
            }
        }

        return true;
    }

    private void ReadTotalRow(SheetRow row, RowLabels labels, TotalReach reach)
    {
        if (labels.First is { } label)
        {
            foreach (var column in _figureColumns)
            {
                _lines.AddTotal(FigurePlace.Of(row, column, labels), new LineName(column.Indicator!, label, column.Resembles), reach);
            }
        }
    }

    private void Place(in FigurePlace place, UnitMention? unit, LineName indicator)
    {
        if (!_lines.Add(place, unit, indicator))
        {
            _notes.UnknownColumn(place.Column, _rowsNameIndicators);
        }
    }

    private void WarnOfHiddenRow(SheetRow row, RowLabels labels)
    {
        if (row.IsHidden)
        {
            _notes.Hidden(labels.First?.Text ?? string.Empty, _view.Ref(row.Number, labels.First?.Column ?? _head.Columns[0].Index));
        }
    }
}
