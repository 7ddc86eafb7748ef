using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.CommandLine;

/// <summary>Reads a command line against <see cref="VerbSyntax.All"/>. It looks at no file and no database: whether a unit exists is found out later.</summary>
internal static class ArgumentParser
{
    /// <summary>What <c>export --format</c> can write.</summary>
    public static IReadOnlyList<string> ExportFormats { get; } = ["xlsx"];

    /// <summary>What <c>user add --role</c> can be.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["administrator", "district-officer", "leader", "ward-officer"];

    /// <summary>The host's own options that may be given when serving; settings written <c>--Section:Key</c> go on as well.</summary>
    private static readonly HashSet<string> HostOptions =
        new(["--urls", "--environment", "--contentRoot", "--applicationName", "--http_ports", "--https_ports"], StringComparer.OrdinalIgnoreCase);

    public static CommandRequest Parse(IReadOnlyList<string> args)
    {
        if (args.Any(a => a is "--help" or "-h" or "-?") || args is ["help", ..])
        {
            return new CommandRequest.Help();
        }

        if (args is [] or ["serve", ..] || args[0].StartsWith('-'))
        {
            return ParseServe(args is ["serve", ..] ? [.. args.Skip(1)] : args);
        }

        var syntax = VerbSyntax.All.FirstOrDefault(v => args.Take(v.Words.Count).SequenceEqual(v.Words));
        if (syntax is not null)
        {
            return ParseVerb(syntax, [.. args.Skip(syntax.Words.Count)]);
        }

        var second = VerbSyntax.All.Where(v => v.Words.Count > 1 && v.Words[0] == args[0]).Select(v => v.Words[1]).ToList();
        return second.Count > 0
            ? new CommandRequest.Bad("SecondWord", args[0], string.Join(", ", second))
            : new CommandRequest.Bad("UnknownVerb", args[0]);
    }

    private static CommandRequest ParseServe(IReadOnlyList<string> args)
    {
        List<string> host = [];
        string? data = null;
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = Split(args[i]);
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                return new CommandRequest.Bad("Superfluous", args[i]);
            }

            if (name != "--data" && !HostOptions.Contains(name) && !name.Contains(':'))
            {
                return new CommandRequest.Bad("UnknownOption", name, "serve");
            }

            value ??= i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : null;
            if (string.IsNullOrEmpty(value))
            {
                return new CommandRequest.Bad("MissingValue", name);
            }

            if (name == "--data")
            {
                data = Path.GetFullPath(value);
            }
            else
            {
                host.Add($"{name}={value}");
            }
        }

        return new CommandRequest.Serve(host, data);
    }

    private static CommandRequest ParseVerb(VerbSyntax syntax, IReadOnlyList<string> args)
    {
        List<string> files = [];
        Dictionary<string, string> given = [];
        var optionsEnded = false;
        for (var i = 0; i < args.Count; i++)
        {
            if (optionsEnded || !args[i].StartsWith('-') || args[i] == "-")
            {
                files.Add(args[i]);
                continue;
            }

            if (args[i] == "--")
            {
                optionsEnded = true;
                continue;
            }

            var (name, value) = Split(args[i]);
            if (syntax.Options.FirstOrDefault(o => o.Name == name) is not { } option)
            {
                return new CommandRequest.Bad("UnknownOption", name, syntax.Verb);
            }

            if (option.TakesValue)
            {
                value ??= i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : null;
            }

            if (option.TakesValue == string.IsNullOrEmpty(value))
            {
                return new CommandRequest.Bad(option.TakesValue ? "MissingValue" : "NoValueAllowed", name);
            }

            if (!given.TryAdd(name, value ?? ""))
            {
                return new CommandRequest.Bad("GivenTwice", name);
            }
        }

        return Missing(syntax, files, given) ?? Request(syntax, files, given);
    }

    private static CommandRequest.Bad? Missing(VerbSyntax syntax, List<string> files, Dictionary<string, string> given)
    {
        if (syntax.TakesFiles && files.Count == 0)
        {
            return new CommandRequest.Bad("NoFile", syntax.Verb);
        }

        if (!syntax.TakesFiles && files.Count > 0)
        {
            return new CommandRequest.Bad("Superfluous", files[0]);
        }

        return syntax.Options.FirstOrDefault(o => o.Required && !given.ContainsKey(o.Name)) is { } option
            ? new CommandRequest.Bad("MissingOption", option.Name, syntax.Verb)
            : null;
    }

    private static CommandRequest Request(VerbSyntax syntax, List<string> files, Dictionary<string, string> given)
    {
        ReportingPeriod period = default;
        if (given.TryGetValue("--period", out var written) && !ReportingPeriod.TryParse(written, out period))
        {
            return new CommandRequest.Bad("BadPeriod", written);
        }

        if ((NotOneOf("--format", ExportFormats) ?? NotOneOf("--role", Roles)) is { } bad)
        {
            return bad;
        }

        var data = given.TryGetValue("--data", out var directory) ? Path.GetFullPath(directory) : null;
        return syntax.Verb switch
        {
            "import" => new CommandRequest.Import(files, given["--unit"], period, given.ContainsKey("--check"), given.ContainsKey("--json"), data),
            "export" => new CommandRequest.Export(given["--unit"], period, given["--format"], Path.GetFullPath(given["--out"]), data),
            "progress" => new CommandRequest.Progress(given["--unit"], period, given.ContainsKey("--json"), data),
            "health" when !Uri.TryCreate(given["--url"], UriKind.Absolute, out _) => new CommandRequest.Bad("BadAddress", given["--url"]),
            "health" => new CommandRequest.Health(new Uri(given["--url"])),
            "backup" => new CommandRequest.Backup(data),
            "restore" when files.Count > 1 => new CommandRequest.Bad("Superfluous", files[1]),
            "restore" => new CommandRequest.Restore(Path.GetFullPath(files[0]), given.ContainsKey("--replace"), data),
            "audit verify" when given.TryGetValue("--head", out var head) && RecordCommands.HeadOf(head) is null => new CommandRequest.Bad("BadHead", head),
            "audit verify" => new CommandRequest.VerifyAudit(given.GetValueOrDefault("--head"), data),
            "check-data" => new CommandRequest.CheckData(data),
            "user add" => new CommandRequest.AddUser(
                given["--name"], given["--role"], given["--unit"], given.GetValueOrDefault("--display-name"), given.GetValueOrDefault("--password"), data),
            "user list" => new CommandRequest.ListUsers(data),
            "user reset" => new CommandRequest.ResetUser(given["--name"], given.GetValueOrDefault("--password"), given.ContainsKey("--second-factor"), data),
            "sample load" => new CommandRequest.LoadSample(data),
            _ => new CommandRequest.RemoveSample(data),
        };

        CommandRequest.Bad? NotOneOf(string option, IReadOnlyList<string> allowed) =>
            given.TryGetValue(option, out var value) && !allowed.Contains(value)
                ? new CommandRequest.Bad("BadChoice", option, value, string.Join(", ", allowed))
                : null;
    }

    /// <summary><c>--unit=003</c> is the same as <c>--unit 003</c>.</summary>
    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }
}
