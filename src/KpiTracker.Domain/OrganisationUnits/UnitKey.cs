using System.Globalization;

namespace KpiTracker.Domain.OrganisationUnits;

/// <summary>
/// What identifies an organisation unit: its code <b>and</b> the day it became valid. Codes are re-used
/// (00004 was Trúc Bạch, since 1 July 2025 it is Ba Đình), so a code alone names nothing.
/// </summary>
/// <param name="Code">The General Statistics Office's code, or <c>KV…</c> for an area.</param>
/// <param name="ValidFrom">First day of validity; <see cref="DateOnly.MinValue"/> when the register does not say since when.</param>
public readonly record struct UnitKey(string Code, DateOnly ValidFrom)
{
    public override string ToString() => ValidFrom == DateOnly.MinValue
        ? Code
        : string.Create(CultureInfo.InvariantCulture, $"{Code}@{ValidFrom:yyyy-MM-dd}");
}
