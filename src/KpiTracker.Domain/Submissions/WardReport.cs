using KpiTracker.Domain.Figures;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Submissions;

public enum ReportLayout
{
    IndicatorsInRows,
    UnitsInRows,
    UnitsInColumns,
}

/// <summary>How a cell became a figure, or why it did not.</summary>
public enum FigureReading
{
    /// <summary>A typed number; in a percentage column already 0–100.</summary>
    Number,

    /// <summary>Empty, <c>-</c>, <c>x</c>, <c>chưa có</c>: not reported. Not zero.</summary>
    Missing,

    /// <summary>A number typed as text, read without doubt.</summary>
    NumberInText,

    /// <summary>A number typed as text whose one separator stands before exactly three digits: read as thousands in a count, and the reader is told.</summary>
    Ambiguous,

    /// <summary>Text that is no number.</summary>
    Unreadable,

    /// <summary><c>#DIV/0!</c>, <c>#REF!</c> and their like.</summary>
    ErrorValue,

    /// <summary>A formula that the file holds no result for.</summary>
    FormulaWithoutResult,
}

/// <summary>One figure as written in the workbook, with its cell; nothing judged.</summary>
/// <param name="Written">What the cell holds, as the officer sees it; for messages.</param>
/// <param name="Value"><c>null</c> unless <paramref name="Reading"/> is a number of some kind. Percentages are 0–100.</param>
public sealed record ReportFigure(CellRef Cell, string Written, decimal? Value, FigureReading Reading, bool IsFormula = false)
{
    /// <summary>What <see cref="Written"/> is of a formula without a result; screens say it in words.</summary>
    public const string NoResult = "=?";

    /// <summary>What gives the figure its place in the line, when that says more than the place: asked, never assumed. <c>null</c> when it is certain.</summary>
    public RoleDoubt? Doubt { get; init; }

    /// <summary>Typed over in the preview: <see cref="Written"/> and <see cref="Value"/> are the edit's, the stored file holds something else.</summary>
    public bool IsEdited { get; init; }

    /// <summary>Nothing was reported here; neither a number nor something that cannot be read.</summary>
    public bool IsMissing => Reading == FigureReading.Missing;

    /// <summary>Nobody typed anything, not even <c>chưa có</c>.</summary>
    public bool IsEmpty => IsMissing && Written.Length == 0;
}

/// <summary>A unit as a sheet names it.</summary>
/// <param name="Unit">What it was recognised as at the report's period; <c>null</c> when nothing matched.</param>
/// <param name="IsCertain"><c>false</c> when the name only resembles the unit's: asked, never assumed.</param>
/// <param name="Nearest">For an unknown or uncertain name: the nearest units.</param>
public sealed record UnitMention(string Written, CellRef Cell, UnitKey? Unit, bool IsCertain, IReadOnlyList<OrganisationUnit> Nearest)
{
    /// <summary>What stands beside the name and is another unit's, so that nobody can say which is meant; <c>null</c> where nothing does.</summary>
    public RivalUnit? Rival { get; init; }

    /// <summary>The unit of another time that bore the name, where none of the month does; <c>null</c> when none did.</summary>
    public OrganisationUnit? OfAnotherTime { get; init; }
}

/// <summary>Another unit's code, or the name of the sheet that the unit's figures stand on.</summary>
public sealed record RivalUnit(string Written, OrganisationUnit Unit, bool IsCode);

/// <summary>One indicator of one unit.</summary>
/// <param name="Unit"><c>null</c> when the sheet names no unit on the line: the report's own unit is meant.</param>
/// <param name="LabelCell">Where the indicator (layout A) or unit (layout B) is named.</param>
public sealed record ReportLine(
    UnitMention? Unit,
    string IndicatorCode,
    CellRef LabelCell,
    ReportFigure? Numerator,
    ReportFigure? Denominator,
    ReportFigure? Percent)
{
    /// <summary>How the sheet names the indicator, when that only resembles its name: asked, never assumed. <c>null</c> when it is certain.</summary>
    public UncertainLabel? Resembles { get; init; }

    /// <summary>The unit of measure by which the counts are not single ones of what the indicator counts; <c>null</c> when they are.</summary>
    public MeasureDoubt? Measure { get; init; }

    /// <summary>A figure stands in one of several columns that say the same, so that nobody can tell whether it holds.</summary>
    public bool IsContested { get; init; }

    /// <summary>The line's figures, the percentage last.</summary>
    public IEnumerable<ReportFigure> Figures => new[] { Denominator, Numerator, Percent }.OfType<ReportFigure>();

    /// <summary>The two counts that it has.</summary>
    public IEnumerable<ReportFigure> Counts => new[] { Denominator, Numerator }.OfType<ReportFigure>();

    /// <summary>
    /// The percentage, when it is all that is reported: typed by hand and no counts beside it. A formula beside missing counts shows
    /// what the counts were once, so it reports nothing.
    /// </summary>
    public ReportFigure? PercentAlone =>
        Percent is { Value: not null } percent && (Numerator is null || (Numerator.IsEmpty && !percent.IsFormula)) ? percent : null;
}

/// <summary>A month that the sheet states: its title, or a template's mark.</summary>
/// <param name="IsTemplateMark">Written there by the template, so it says for which month the file was made.</param>
public sealed record StatedPeriod(ReportingPeriod Period, string Written, CellRef? Cell, bool IsTemplateMark = false)
{
    /// <summary>The sheet states a quarter or several months; <see cref="Period"/> is then the chosen month.</summary>
    public bool IsLonger { get; init; }
}

/// <summary>A row (or, in the transpose, a column) of totals, recognised and never read as a ward.</summary>
public sealed record TotalLine(string IndicatorCode, ReportFigure? Numerator, ReportFigure? Denominator)
{
    /// <summary>The lines that it should be the sum of; <c>null</c> when that is every line of its indicator.</summary>
    public IReadOnlyList<ReportLine>? Parts { get; init; }

    /// <summary>How the sheet names the total of a part, <c>Cộng cụm 1</c>; <c>null</c> for the total of the whole table.</summary>
    public string? Written { get; init; }
}

/// <summary>A figure that adds up several indicators, or some of a table's columns: never read as one of them.</summary>
/// <param name="Written">How the sheet names it: <c>Tổng cộng</c>, <c>Khối dân cư</c>, <c>Cộng 4 nhóm</c>.</param>
/// <param name="IsColumn">It stands beside its parts, not below or above them.</param>
/// <param name="Sums">What it may be the sum of, the likeliest first; at least one.</param>
public sealed record SumFigure(string Written, bool IsColumn, ReportFigure Figure, IReadOnlyList<IReadOnlyList<ReportFigure>> Sums);

/// <summary>A label that resembles an indicator's name without being one of its spellings.</summary>
public sealed record UncertainLabel(string Written, CellRef Cell)
{
    public string Written { get; } = FigureText.Quoted(Written);
}

/// <summary>A column or row taken for a part of a line, though its label says more than that.</summary>
public sealed record RoleDoubt(UncertainLabel Label, DoubtfulRole Role);

public enum DoubtfulRole
{
    Numerator,
    Denominator,
    Percent,

    /// <summary>What was reached in the month alone, of an indicator that is reported as it stands.</summary>
    InPeriod,

    /// <summary>What was reached since the beginning, of an indicator that is reported month by month.</summary>
    ToDate,
}

/// <summary>A unit of measure that does not go with an indicator.</summary>
public sealed record MeasureDoubt(string Written, CellRef Cell, MeasureKind Kind)
{
    public string Written { get; } = FigureText.Quoted(Written);
}

public enum MeasureKind
{
    /// <summary>Thousands and the like.</summary>
    Scale,

    /// <summary>Something else than the indicator counts: households, visits.</summary>
    OtherThings,

    /// <summary>Nobody can say whether it goes with the indicator.</summary>
    Unsure,
}

/// <summary>Something with figures in it that belongs to no indicator, a stray cell outside the table, or how something was taken.</summary>
public sealed record UnplacedText(string Written, CellRef Cell, UnplacedKind Kind)
{
    public string Written { get; } = FigureText.Quoted(Written);

    /// <summary>For an unknown label: the indicators whose names are nearest, at most three, the nearest first.</summary>
    public IReadOnlyList<string> NearestIndicators { get; init; } = [];

    /// <summary>The label by which a person can say what it means; <c>null</c> where that cannot be said.</summary>
    public MappableLabel? Label { get; init; }

    /// <summary>For columns that say the same: their letters.</summary>
    public string Place { get; init; } = string.Empty;

    /// <summary>For a mapped label: what a person said that it means.</summary>
    public LabelMapping? Mapping { get; init; }
}

/// <summary>A label that nobody knows, over a column or beside a row of figures.</summary>
/// <param name="Key">The label folded, by which a <see cref="LabelMapping"/> finds it again.</param>
/// <param name="IsRole">Whether it may also be given a role (whole, part, percentage): a column of a table whose rows name the indicators.</param>
public sealed record MappableLabel(string Key, bool IsColumn, bool IsRole);

public enum UnplacedKind
{
    /// <summary>A row or column with figures whose label is no known indicator.</summary>
    UnknownIndicator,

    /// <summary>Content far away from the table.</summary>
    StrayCell,

    /// <summary>A hidden row or column inside the table: it was read.</summary>
    HiddenButRead,

    /// <summary>A label with characters that show as other letters, or that turn the writing round.</summary>
    DeceptiveText,

    /// <summary>Another sheet with a table of its own: it was not read.</summary>
    OtherSheet,

    /// <summary>The sheet says that it is used to its last row or column: only cells with content were read.</summary>
    VastSheet,

    /// <summary>A row or column read as an indicator, or in a role, because a person said so of its label before.</summary>
    MappedLabel,

    /// <summary>A row or column left out because a person said so of its label before.</summary>
    MappedToNothing,

    /// <summary>Tables, columns or sheets of other months than the one reported, beside that: they were not read.</summary>
    OtherMonth,

    /// <summary>Another sheet with other figures for the same month: it was not read, and the officer is asked.</summary>
    RivalSheet,

    /// <summary>Another sheet with further indicators of the same month: it was read too, and the officer is asked.</summary>
    SecondSheet,

    /// <summary>A ward's table by neighbourhoods without a row of their total: nothing of it is the ward's.</summary>
    Neighbourhoods,

    /// <summary>The total of a ward's neighbourhoods, read as the ward's.</summary>
    NeighbourhoodTotal,

    /// <summary>Columns that say the same of the same: none was read.</summary>
    RivalColumns,

    /// <summary>A row numbered a) or 1.1 that holds a part of the indicator above it: it was not added.</summary>
    PartRow,

    /// <summary>A figure beneath a merged cell, where nobody sees it: it was not read.</summary>
    CoveredCell,

    /// <summary>The file holds macros: they were not run, its cells were read as data.</summary>
    Macros,
}

/// <summary>The workbook as written: layout, units, indicators, and each figure with its cell. Nothing is judged here.</summary>
public sealed record WardReport(
    ReportLayout Layout,
    string Sheet,
    IReadOnlyList<ReportLine> Lines,
    IReadOnlyList<StatedPeriod> StatedPeriods,
    IReadOnlyList<UnitMention> StatedUnits,
    IReadOnlyList<TotalLine> Totals,
    IReadOnlyList<UnplacedText> Unplaced)
{
    /// <summary>Totals over several indicators or columns, checked against each of the sums that they may be.</summary>
    public IReadOnlyList<SumFigure> Sums { get; init; } = [];
}
