using System.Text.RegularExpressions;

namespace KpiTracker.Tests.Architecture;

/// <summary>What the recipes of <c>docs/deployment</c> say of the program holds: nobody runs them in the tests, so their facts are compared.</summary>
internal sealed partial class DeploymentTests
{
    private const string Folder = "docs/deployment/";

    private static readonly string Dockerfile = Repository.Text(Folder + "Dockerfile");

    [Test]
    public void The_image_listens_where_it_is_asked_and_is_asked_where_it_listens()
    {
        var port = In(Dockerfile, @"ASPNETCORE_URLS=http://\+:(\d+)");
        var health = In(Dockerfile, @"""--url"", ""http://127\.0\.0\.1:(\d+)/health""");
        var published = In(Repository.Text(Folder + "compose.yaml"), @"ports: \[""127\.0\.0\.1:\d+:(\d+)""\]");

        Assert.That((In(Dockerfile, @"^EXPOSE (\d+)"), health, published), Is.EqualTo((port, port, port)));
        Assert.That(Repository.Text("tests/KpiTracker.Tests/Web/Hosting/access.md"), Does.Contain("| `GET /health` | yes |"), "open to all");
    }

    [Test]
    public void The_image_runs_as_nobody_special_and_keeps_its_data_in_the_volume()
    {
        var user = In(Dockerfile, @"^USER (\d+):\d+");

        Assert.That(int.Parse(user, System.Globalization.CultureInfo.InvariantCulture), Is.GreaterThan(0));
        Assert.That(Dockerfile, Does.Contain($"--uid {user}"));
        Assert.That(In(Dockerfile, @"^VOLUME (\S+)"), Is.EqualTo(In(Dockerfile, @"Data__Directory=(\S+)")));
        Assert.That(Repository.Text(Folder + "compose.yaml"), Does.Contain(":" + In(Dockerfile, @"^VOLUME (\S+)") + "\"]"));
        Assert.That(Dockerfile, Does.Contain("ENTRYPOINT [\"dotnet\", \"/app/KpiTracker.Web.dll\"]"));
    }

    [Test]
    public void Proxies_ask_where_the_service_and_the_container_listen()
    {
        var service = In(Repository.Text(Folder + "kpitracker.service"), @"--urls http://(127\.0\.0\.1:\d+)");
        string[] others =
        [
            In(Repository.Text(Folder + "nginx.conf"), @"proxy_pass http://([\d.:]+);"),
            In(Repository.Text(Folder + "Caddyfile"), @"reverse_proxy ([\d.:]+)"),
            In(Repository.Text(Folder + "compose.yaml"), @"ports: \[""(127\.0\.0\.1:\d+):\d+""\]"),
        ];

        Assert.That(others, Is.All.EqualTo(service));
    }

    [Test]
    public void Every_setting_that_the_recipes_name_is_one_of_the_program()
    {
        var code = string.Concat(Repository.Files("src", ".cs").Select(File.ReadAllText));
        var named = new[] { "README.md", "kpitracker.env", "compose.yaml", "Dockerfile" }
            .SelectMany(file => Setting().Matches(Repository.Text(Folder + file)).Select(m => (Section: m.Groups[1].Value, Name: m.Groups[2].Value)))
            .Where(s => s.Section is not ("Logging" or "ASPNETCORE" or "DOTNET"))
            .Distinct()
            .ToList();

        Assert.That(named, Has.Count.GreaterThan(12));
        Assert.That(named.Where(s => !code.Contains($"\"{s.Section}:{s.Name}\"", StringComparison.Ordinal)
            && !(code.Contains($"GetSection(\"{s.Section}\")", StringComparison.Ordinal) && Regex.IsMatch(code, $@"public \S+ {s.Name} \{{|section\[""{s.Name}""\]"))), Is.Empty);
        Assert.That(code, Does.Contain("\"KPITRACKER_SETUP_TOKEN\""));
    }

    private static string In(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.Multiline) is { Success: true } match ? match.Groups[1].Value : throw new AssertionException($"Not found: {pattern}");

    [GeneratedRegex(@"\b([A-Z][A-Za-z]+)__([A-Z][A-Za-z]+)\b")]
    private static partial Regex Setting();
}
