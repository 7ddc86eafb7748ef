using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Data.Registers;

/// <summary>Reads the register files. They are the project's own: what does not fit together in them is a bug and throws.</summary>
internal static class ReferenceFiles
{
    private static readonly DateOnly LastDayBeforeReform = new(2025, 6, 30);
    private static readonly DateOnly FirstDayOfReform = new(2025, 7, 1);

    private static readonly string[] Names =
        ["units_before_2025-07", "units_from_2025-07", "succession", "indicators", "targets", "populations", "holidays"];

    /// <summary>Where the files lie beside the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "reference");

    /// <summary>SHA-256 over all files, in hexadecimal: another state of the registers has another fingerprint.</summary>
    public static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names)
        {
            hash.AppendData(File.ReadAllBytes(PathOf(folder, name)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static RegisterContents Read(string folder)
    {
        var units = new UnitFile();
        units.Add(Rows(folder, "units_before_2025-07"), LastDayBeforeReform);
        units.Add(Rows(folder, "units_from_2025-07"), FirstDayOfReform);
        return new RegisterContents(
            units.Units,
            [.. Rows(folder, "succession").Select(row => SuccessionOf(row, units))],
            [.. Rows(folder, "indicators").Select(IndicatorOf)],
            [.. Rows(folder, "targets").Select(row => TargetOf(row, units))],
            Rows(folder, "populations").ToDictionary(
                row => units.KeyOn(row["code"], Day(row["valid_at"])),
                row => int.Parse(row["population"], CultureInfo.InvariantCulture)),
            Rows(folder, "holidays").ToDictionary(row => Day(row["date"]), row => row["name"]));
    }

    private static Succession SuccessionOf(Dictionary<string, string> row, UnitFile units)
    {
        var on = Day(row["on"]);
        return new Succession(
            units.KeyOn(row["old_code"], on.AddDays(-1)),
            units.KeyOn(row["new_code"], on),
            PortionOf(row["portion"], row["population_moved"]),
            row["note"]);
    }

    // Figures are people. So what counts is where they went, whatever the words say of the territory: all of them ("the remainder", when the
    // rest of the territory was empty) is whole, none is territory only, and anything between is a part whose size was never published.
    private static SuccessionPortion PortionOf(string portion, string populationMoved) => (portion, populationMoved) switch
    {
        ("whole" or "unchanged" or "part_area_all_population" or "remainder", "all") => SuccessionPortion.Whole,
        ("part" or "remainder", "some") => SuccessionPortion.Part,
        ("part_area_only" or "remainder", "none") => SuccessionPortion.AreaOnly,
        _ => throw new InvalidDataException($"A succession of '{portion}' with '{populationMoved}' of the people has no meaning."),
    };

    private static Indicator IndicatorOf(Dictionary<string, string> row) => new(
        row["code"],
        row["name_vi"],
        row["name_en"],
        row["short_vi"],
        row["short_en"],
        Enum.Parse<IndicatorKind>(row["kind"], ignoreCase: true),
        Enum.Parse<Accumulation>(row["accumulation"], ignoreCase: true),
        row["numerator_vi"],
        row["denominator_vi"],
        row["unit_of_measure_vi"],
        row["synonyms"].Split('|', StringSplitOptions.RemoveEmptyEntries));

    private static Target TargetOf(Dictionary<string, string> row, UnitFile units)
    {
        var stated = bool.Parse(row["comparator_stated"]);
        return new Target(
            units.KeyOn(row["unit_code"], Day(row["unit_valid_at"])),
            row["indicator"],
            ComparatorOf(row["comparator"], stated),
            stated,
            decimal.Parse(row["value"], CultureInfo.InvariantCulture),
            MeasureOf(row["measure"]),
            row["deadline"].Length == 0 ? null : Day(row["deadline"]),
            Enum.Parse<DeadlinePrecision>(row["deadline_precision"], ignoreCase: true),
            row["source"],
            row["quote"]);
    }

    // A bare number ("80%") stands in the file as "=", not stated: nobody means that 81% misses it.
    private static Comparator ComparatorOf(string sign, bool stated) => (sign, stated) switch
    {
        (">", _) => Comparator.MoreThan,
        (">=", _) => Comparator.AtLeast,
        ("=", false) => Comparator.AtLeast,
        ("=", true) => Comparator.Exactly,
        _ => throw new InvalidDataException($"'{sign}' is no comparator."),
    };

    private static TargetMeasure MeasureOf(string measure) => measure switch
    {
        "percent" => TargetMeasure.Percent,
        "count" => TargetMeasure.Count,
        "count_in_each_ward" => TargetMeasure.CountInEachWard,
        _ => throw new InvalidDataException($"'{measure}' is no measure of a target."),
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PathOf(string folder, string name) => Path.Combine(folder, name + ".csv");

    private static IEnumerable<Dictionary<string, string>> Rows(string folder, string name)
    {
        using var csv = CsvReader.FromFile(PathOf(folder, name));
        while (csv.Read())
        {
            yield return csv.Headers.Select((column, index) => (column, index)).ToDictionary(pair => pair.column, pair => csv.GetString(pair.index));
        }
    }

    /// <summary>The units of both files, each once, and the meaning of a code on a day.</summary>
    private sealed class UnitFile
    {
        private readonly Dictionary<UnitKey, OrganisationUnit> _units = [];
        private ILookup<string, OrganisationUnit>? _byCode;

        public IReadOnlyList<OrganisationUnit> Units => [.. _units.Values];

        /// <param name="rows">Their parents' codes mean what they mean on <paramref name="asOn"/>.</param>
        public void Add(IEnumerable<Dictionary<string, string>> rows, DateOnly asOn)
        {
            var listed = rows.ToList();
            foreach (var row in listed)
            {
                // A province that goes on stands in both files.
                var unit = UnitOf(row);
                _units.TryAdd(unit.Key, unit);
            }

            _byCode = _units.Values.ToLookup(u => u.Code);
            foreach (var (row, parent) in listed.Select(row => (row, row["parent_code"])).Where(pair => pair.Item2.Length > 0))
            {
                var key = UnitOf(row).Key;
                _units[key] = _units[key] with { Parent = KeyOn(parent, asOn) };
            }
        }

        public UnitKey KeyOn(string code, DateOnly day) =>
            _byCode![code].SingleOrDefault(u => u.Key.ValidFrom <= day && (u.ValidTo is null || u.ValidTo >= day))?.Key
            ?? throw new InvalidDataException($"No unit bears the code {code} on {day:O}.");

        private static OrganisationUnit UnitOf(Dictionary<string, string> row) => new(
            new UnitKey(row["code"], row["valid_from"].Length == 0 ? DateOnly.MinValue : Day(row["valid_from"])),
            row["name"],
            row["name_with_kind"],
            row["kind"],
            Parent: null,
            row["valid_to"].Length == 0 ? null : Day(row["valid_to"]));
    }
}
