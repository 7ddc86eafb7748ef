using System.Globalization;

namespace KpiTracker.Domain.Indicators;

public enum IndicatorKind
{
    /// <summary>Numerator over denominator.</summary>
    Percentage,

    /// <summary>A number of things or people, without a whole.</summary>
    Count,
}

/// <summary>What a figure means over time, and so how months are added.</summary>
public enum Accumulation
{
    /// <summary>As things stand at the end of the period: the last month counts.</summary>
    Stock,

    /// <summary>Since the campaign began (lũy kế): the last month counts, and it never falls.</summary>
    Cumulative,

    /// <summary>In the period alone: months are added.</summary>
    Flow,
}

/// <summary>What is measured.</summary>
/// <param name="Code">Stable, upper case: <c>OFFICIALS</c>.</param>
/// <param name="ShortNameVi">For chart labels and table heads.</param>
/// <param name="DenominatorVi">What the whole is; empty for a count.</param>
/// <param name="Synonyms">The words that spreadsheets use for it.</param>
public sealed record Indicator(
    string Code,
    string NameVi,
    string NameEn,
    string ShortNameVi,
    string ShortNameEn,
    IndicatorKind Kind,
    Accumulation Accumulation,
    string NumeratorVi,
    string DenominatorVi,
    string UnitOfMeasureVi,
    IReadOnlyList<string> Synonyms)
{
    /// <summary>The name in the reader's language: English, else Vietnamese.</summary>
    public string NameIn(CultureInfo language) => IsEnglish(language) ? NameEn : NameVi;

    /// <summary>For chart labels and table heads, in the reader's language.</summary>
    public string ShortNameIn(CultureInfo language) => IsEnglish(language) ? ShortNameEn : ShortNameVi;

    private static bool IsEnglish(CultureInfo language) => language.TwoLetterISOLanguageName == "en";
}
