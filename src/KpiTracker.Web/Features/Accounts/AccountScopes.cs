using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>A unit that an account may work for, and the days, both included; <c>null</c>: until further notice.</summary>
public sealed record DatedUnit(OrganisationUnit Unit, DateOnly From, DateOnly? To)
{
    public bool IsInForce(DateOnly day) => From <= day && (To is null || To >= day);
}

/// <summary>One line of the form about units as it was written; a line without a unit is none.</summary>
internal sealed class WrittenScope
{
    /// <summary>Its code, alone or before its name.</summary>
    public string? Unit { get; set; }

    /// <summary><c>2026-11-22</c>, as date fields send it; or <c>22/11/2026</c>.</summary>
    public string? From { get; set; }

    /// <summary>The same; empty: until further notice.</summary>
    public string? To { get; set; }
}

/// <summary>Reads what an administrator writes about the units of an account.</summary>
internal static class AccountScopes
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    /// <param name="known">Units that may be written: those of today, and those that the account has already.</param>
    /// <returns><c>null</c> when a unit is unknown, a day is none, an end lies before its beginning, or a unit begins twice on a day; or when nothing is written.</returns>
    public static IReadOnlyList<DatedUnit>? Read(IReadOnlyList<WrittenScope> written, IReadOnlyList<OrganisationUnit> known, DateOnly today)
    {
        List<DatedUnit> scopes = [];
        foreach (var line in written.Where(line => !string.IsNullOrWhiteSpace(line.Unit)))
        {
            if (AccountUnits.Find(known, line.Unit) is not { } unit
                || !TryDay(line.From, today, out var from)
                || !TryDay(line.To, null, out var to)
                || to < from)
            {
                return null;
            }

            scopes.Add(new DatedUnit(unit, from!.Value, to));
        }

        return scopes.Count > 0 && scopes.DistinctBy(s => (s.Unit.Key, s.From)).Count() == scopes.Count ? scopes : null;
    }

    /// <summary>Puts them in the place of what the account has. The home unit stays while it is among them, else the first takes its place.</summary>
    public static void Replace(Account account, IReadOnlyList<DatedUnit> scopes, RegisterSnapshot registers)
    {
        var wanted = scopes.Select(s => new AccountScope { UnitId = registers.IdOf(s.Unit.Key), From = s.From, To = s.To }).ToList();
        foreach (var scope in wanted)
        {
            if (account.Scopes.Find(s => s.UnitId == scope.UnitId && s.From == scope.From) is { } same)
            {
                same.To = scope.To;
            }
            else
            {
                account.Scopes.Add(scope);
            }
        }

        account.Scopes.RemoveAll(s => !wanted.Exists(w => w.UnitId == s.UnitId && w.From == s.From));
        account.UnitId = wanted.Exists(s => s.UnitId == account.UnitId) ? account.UnitId : wanted[0].UnitId;
    }

    /// <summary>The home unit's place goes over to another unit today: what was in force until then ended yesterday, and the rest stays.</summary>
    public static void MoveHome(Account account, int unitId, DateOnly today)
    {
        foreach (var scope in account.Scopes.Where(s => s.UnitId == account.UnitId && (s.To is null || s.To >= today)).ToList())
        {
            if (scope.From >= today)
            {
                account.Scopes.Remove(scope);
            }
            else
            {
                scope.To = today.AddDays(-1);
            }
        }

        if (!account.Scopes.Exists(s => s.UnitId == unitId && s.From <= today && (s.To is null || s.To >= today)))
        {
            account.Scopes.Add(new AccountScope { UnitId = unitId, From = today });
        }

        account.UnitId = unitId;
    }

    private static bool TryDay(string? written, DateOnly? otherwise, out DateOnly? day)
    {
        day = otherwise;
        if (string.IsNullOrWhiteSpace(written))
        {
            return true;
        }

        var isDay = DateOnly.TryParseExact(written.Trim(), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        day = isDay ? parsed : null;
        return isDay;
    }
}
