using System.Globalization;
using KpiTracker.Data.Periods;
using KpiTracker.Data.Registers;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Holidays;

/// <summary>A year's days off: those that come with the program and those that were added, to be added to and taken from.</summary>
public sealed partial class HolidaysPage
{
    private const int HistoryShown = 50;

    private IReadOnlyList<(DateOnly Day, string Name)> _days = [];
    private IReadOnlyList<HolidayChange> _changes = [];
    private IReadOnlyList<HolidayChange> _history = [];
    private RegisterSnapshot _registers = null!;
    private int _year;

    [SupplyParameterFromQuery]
    private int? Year { get; set; }

    [SupplyParameterFromQuery]
    private string? Outcome { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private string? Name { get; set; }

    [Inject]
    private HolidayAdministration Holidays { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private HolidayOutcome? Result => Enum.TryParse<HolidayOutcome>(Outcome, out var outcome) && Enum.IsDefined(outcome) ? outcome : null;

    protected override async Task OnInitializedAsync()
    {
        _year = Year is >= 2025 and < 2100 ? Year.Value : Time.Today().Year;
        _registers = await Registers.CurrentAsync();
        _days = [.. _registers.Holidays.Where(h => h.Key.Year == _year).OrderBy(h => h.Key).Select(h => (h.Key, h.Value))];
        _changes = await Holidays.HistoryAsync(CancellationToken.None);
        _history = [.. _changes.Where(c => c.Date.Year == _year).Take(HistoryShown)];
    }

    /// <summary>By whom a day became one; <c>null</c> when it came with the program.</summary>
    private HolidayChange? LastOf(DateOnly day) => _changes.FirstOrDefault(c => c.Date == day);

    // As the form takes it back.
    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
