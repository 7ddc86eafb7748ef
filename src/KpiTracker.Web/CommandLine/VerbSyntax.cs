namespace KpiTracker.Web.CommandLine;

/// <summary>One option of a verb.</summary>
/// <param name="Name">With its dashes: <c>--unit</c>.</param>
internal sealed record OptionSyntax(string Name, bool TakesValue, bool Required);

/// <summary>What may stand on the line after a verb.</summary>
/// <param name="Words"><c>import</c>, or two words: <c>user add</c>.</param>
/// <param name="TakesFiles">At least one bare argument is expected; else none may stand there.</param>
internal sealed record VerbSyntax(IReadOnlyList<string> Words, bool TakesFiles, IReadOnlyList<OptionSyntax> Options)
{
    private static readonly OptionSyntax Data = new("--data", TakesValue: true, Required: false);

    public static IReadOnlyList<VerbSyntax> All { get; } =
    [
        new(["import"], true, [Needed("--unit"), Needed("--period"), Flag("--check"), Flag("--json"), Data]),
        new(["export"], false, [Needed("--unit"), Needed("--period"), Needed("--format"), Needed("--out"), Data]),
        new(["progress"], false, [Needed("--unit"), Needed("--period"), Flag("--json"), Data]),
        new(["health"], false, [Needed("--url")]),
        new(["backup"], false, [Data]),
        new(["restore"], true, [Flag("--replace"), Data]),
        new(["audit", "verify"], false, [Optional("--head"), Data]),
        new(["check-data"], false, [Data]),
        new(["user", "add"], false, [Needed("--name"), Needed("--role"), Needed("--unit"), Optional("--display-name"), Optional("--password"), Data]),
        new(["user", "list"], false, [Data]),
        new(["user", "reset"], false, [Needed("--name"), Optional("--password"), Flag("--second-factor"), Data]),
        new(["sample", "load"], false, [Data]),
        new(["sample", "remove"], false, [Data]),
    ];

    public string Verb => string.Join(' ', Words);

    private static OptionSyntax Needed(string name) => new(name, TakesValue: true, Required: true);

    private static OptionSyntax Optional(string name) => new(name, TakesValue: true, Required: false);

    private static OptionSyntax Flag(string name) => new(name, TakesValue: false, Required: false);
}
