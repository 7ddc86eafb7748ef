using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>How the cells of a preview travel in a form: one field for each, named after sheet and address.</summary>
internal static class CellForm
{
    /// <summary>The button that puts the file's own text back in one cell; its value is <see cref="NameOf"/>.</summary>
    public const string Undo = "undo";

    private const string Cell = "cell:";
    private const char Parting = '@';

    public static string FieldOf(CellRef cell) => Cell + NameOf(cell);

    public static string NameOf(CellRef cell) => $"{cell.Address}{Parting}{cell.Sheet}";

    public static IReadOnlyList<TypedCell> Read(IFormCollection form) =>
    [
        .. from field in form
           where field.Key.StartsWith(Cell, StringComparison.Ordinal)
           let cell = CellOf(field.Key[Cell.Length..])
           where cell is not null
           select new TypedCell(cell, field.Value.ToString()),
    ];

    /// <returns><c>null</c> when the text names no cell.</returns>
    public static CellRef? CellOf(string name) =>
        name.IndexOf(Parting, StringComparison.Ordinal) is > 0 and var at ? new CellRef(name[(at + 1)..], name[..at]) : null;
}
