using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>Which indicator the rows of a table name, and whether it is certain.</summary>
/// <param name="certain">The indicators that some row of the table names certainly.</param>
internal sealed class RowNames(SheetView view, IReadOnlySet<string> certain)
{
    private string? _above;
    private bool _hasFiguresAbove;

    /// <param name="isOfSection">A heading above names the unit of the rows.</param>
    /// <returns><c>null</c> when the row names none.</returns>
    public LineName? Of(RowLabels labels, bool isOfSection)
    {
        if (labels.Indicator is not { } named || labels.IndicatorCell is not { } cell)
        {
            return null;
        }

        if (labels.Rival is { } rival)
        {
            return new LineName(named.Code, cell, new UncertainLabel($"{rival.Text.Trim()} – {cell.Text.Trim()}", view.Ref(cell)));
        }

        // A name that only resembles an indicator's is another's when the indicator itself stands in the table.
        return !named.IsCertain && labels.Unit is null && !isOfSection && certain.Contains(named.Code) ? null
            : new LineName(named.Code, cell, named.IsCertain && !IsPartWithoutWhole(labels, named.Code) ? null : new UncertainLabel(cell.Text.Trim(), view.Ref(cell)));
    }

    /// <summary>A row numbered a) or 1.1 that names the indicator of the row above, whose figures are the whole's: some of its people.</summary>
    public bool IsPartOfRowAbove(RowLabels labels, LineName named) => IsPart(labels, named.Code) && _hasFiguresAbove;

    /// <summary>Remembers the row for those below it.</summary>
    public void Above(RowLabels labels, LineName? named, bool hasFigures)
    {
        if (named is not null && !labels.IsPart)
        {
            (_above, _hasFiguresAbove) = (named.Code, hasFigures);
        }
    }

    /// <summary>Parts whose whole is not stated: each may be meant for it, so it is asked.</summary>
    private bool IsPartWithoutWhole(RowLabels labels, string code) => IsPart(labels, code) && !_hasFiguresAbove;

    private bool IsPart(RowLabels labels, string code) => labels.IsPart && labels.Unit is null && code == _above;
}
