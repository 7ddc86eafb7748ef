using System.Globalization;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Submissions;

public enum Severity
{
    /// <summary>Must be mended before the report can be sent.</summary>
    Error,

    /// <summary>Must be answered before the report can be sent; the answer is kept with it.</summary>
    Question,

    /// <summary>Information: how something was read, or what looks odd.</summary>
    Warning,
}

/// <summary>One thing found in a workbook. What is printed is looked up by <paramref name="TextKey"/>, so that it can be read in any language.</summary>
/// <param name="Code">The rule's printed code, <c>R07</c>; never re-used.</param>
/// <param name="Cell">Where; <c>null</c> when it concerns the whole file.</param>
/// <param name="TextKey">Key in <c>FindingTexts</c>; usually the code, with a suffix when a rule has several sentences.</param>
/// <param name="Arguments">What goes into the sentence, already printed by <c>FigureText</c>.</param>
public sealed record Finding(string Code, Severity Severity, CellRef? Cell, string TextKey, IReadOnlyList<string> Arguments)
{
    /// <summary>The indicator that this finding is about, where it is about one: an error here keeps the indicator's figure out of the observations.</summary>
    public string? IndicatorCode { get; init; }

    /// <summary>The unit whose figure this finding is about; <c>null</c> when it concerns no single unit. An error about a unit and no indicator keeps all of its figures out.</summary>
    public UnitKey? Unit { get; init; }

    /// <summary>What was found and what is expected, in one sentence.</summary>
    public string Message(CultureInfo language) => FindingTexts.Print(TextKey, Arguments, language);

    /// <summary>How to mend it, in one sentence.</summary>
    public string Mend(CultureInfo language) => FindingTexts.Print(TextKey + ".mend", Arguments, language);
}
