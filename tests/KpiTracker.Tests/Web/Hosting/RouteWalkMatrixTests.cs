using System.Net;
using System.Text.RegularExpressions;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Web.Features.SampleData;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>
/// Every route, download and hub as every role, inside and outside its unit, against the expected table in <c>access.md</c>.
/// All that is asked for belongs to Phường Bưởi in Quận Tây Hồ. A route without a line fails.
/// </summary>
public sealed partial class RouteWalkMatrixTests
{
    private const string OtherWard = "yenphu";
    private const string OtherLeader = "lanhdao-dongda";

    /// <summary>In the order in which they ask: whoever may change something comes after all who may not.</summary>
    private static readonly string?[] Columns =
        [null, OtherWard, TestSite.Stranger, OtherLeader, TestSite.WardOfficer, TestSite.Leader, TestSite.DistrictOfficer, TestSite.Administrator];

    private readonly Dictionary<string, SiteClient> _clients = [];
    private readonly Dictionary<SiteClient, string> _tokens = [];
    private Dictionary<string, string> _things = [];
    private TestSite _site = null!;

    /// <summary>What the forms ask for, of all forms together.</summary>
    private KeyValuePair<string, string>[] Fields =>
    [
        new("reason", "thử"), new("unit", "00109"), new("period", "2025-05"), new("for", "00109"), new("day", "2025-06-20"),
        new("return", _things["id:int"]), new("reason-" + _things["id:int"], "thử"), new("decision", "leave"),
    ];

    private static string TableFile => Path.Combine(Architecture.Repository.Root, "tests", "KpiTracker.Tests", "Web", "Hosting", "access.md");

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await TestSite.StartAsync();
        await _site.AddAccountAsync(OtherWard, "Phường Khác", AccountRole.WardOfficer, "00106");
        await _site.AddAccountAsync(OtherLeader, "Lãnh Đạo Khác", AccountRole.Leader, "006");
        foreach (var name in Columns)
        {
            var client = name is null ? new SiteClient(_site) : await SiteClient.SignedInAsync(_site, name);
            _clients[name ?? string.Empty] = client;
            _tokens[client] = await client.FormTokenAsync("/sign-in");
        }

        await MakeThingsAsync();
        // As if the sample data were being loaded already: whoever may ask for it is let in, and no second loading begins.
        _site.Services.GetRequiredService<SampleDataProgress>().Begin(0, 0);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _clients.Values.ToList().ForEach(client => client.Dispose());
        await _site.DisposeAsync();
    }

    [Test]
    public async Task Every_role_gets_exactly_what_the_table_says()
    {
        var expected = (await File.ReadAllLinesAsync(TableFile)).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        List<string> actual = [];
        foreach (var route in Routes())
        {
            actual.Add($"| `{route}` | {string.Join(" | ", await RowAsync(route))} |");
        }

        actual.Sort(StringComparer.Ordinal);
        var differences = actual.Except(expected).Select(line => "is:       " + line).Concat(expected.Except(actual).Select(line => "expected: " + line)).ToList();
        Assert.That(differences, Is.Empty, string.Join('\n', differences));
    }

    private IEnumerable<string> Routes() => _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(RouteWalkTests.IsOurs)
        .Select(RouteWalkTests.NameOf)
        .Distinct()
        .Append("HUB /_blazor/negotiate")
        .Append("HUB /_blazor/initializers")
        // Afterwards nobody is signed in any more.
        .OrderBy(route => route == "POST /sign-out");

    private async Task<List<string>> RowAsync(string route)
    {
        List<string> cells = [];
        // An earlier one who was allowed to may have used the thing up.
        var isUsedUp = true;
        foreach (var name in Columns)
        {
            var client = _clients[name ?? string.Empty];
            if (isUsedUp)
            {
                await RenewAsync(route);
            }

            var isIn = await ComesInAsync(client, route, asForm: false);
            // What may not be read must not open itself to a form either.
            var isOpenToForms = !isIn && route.StartsWith("PAGE", StringComparison.Ordinal) && await ComesInAsync(client, route, asForm: true);
            cells.Add(isIn || isOpenToForms ? "yes" : "no");
            isUsedUp = isIn && route.StartsWith("POST", StringComparison.Ordinal);
        }

        return cells;
    }

    private async Task<bool> ComesInAsync(SiteClient client, string route, bool asForm)
    {
        var (method, pattern) = (route.Split(' ')[0], route.Split(' ')[1]);
        var path = Parameter().Replace(pattern, match => _things[ThingOf(route, match.Groups[1].Value)]);
        using var response = asForm || method == "POST"
            ? await client.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", _tokens[client]), .. Fields]))
            : method == "HUB" && path.EndsWith("negotiate", StringComparison.Ordinal)
                ? await client.PostAsync(path + "?negotiateVersion=1", null)
                : await client.GetAsync(path + (path.StartsWith("/compare", StringComparison.Ordinal) ? "?units=00109&period=2025-05&with=2025-04" : "?unit=00109&period=2025-05"));
        var isSentAway = response.Headers.Location?.OriginalString.Contains("/sign-in?returnUrl=", StringComparison.Ordinal) == true;
        // A form that is let in and then found incomplete; a page, though, asks which of its forms it is before it asks who sends it.
        var isIncomplete = response.StatusCode == HttpStatusCode.BadRequest && !asForm;
        return !isSentAway && (response.StatusCode < HttpStatusCode.BadRequest || isIncomplete);
    }

    private async Task MakeThingsAsync()
    {
        var ward = _clients[TestSite.WardOfficer];
        var sent = await ward.UploadAsync("phuong-buoi-2025-05.xlsx", "00109");
        var receipt = await ward.PostAsync(sent + "/confirm", Form(ward));
        var frozen = await _clients[TestSite.DistrictOfficer].PostAsync("/units/003/present", Form(_clients[TestSite.DistrictOfficer], ("period", "2025-05")));
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        _things = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["account"] = await db.Users.Where(a => a.UserName == TestSite.WardOfficer).Select(a => a.Id).SingleAsync(),
            ["id:int"] = Digits().Match(receipt.Headers.Location!.OriginalString).Value,
            ["snapshot"] = await db.Snapshots.Select(s => s.Id.ToString()).SingleAsync(),
            ["draft"] = "",
            ["batch:guid"] = "",
            ["position:int"] = "1",
            ["code:int"] = "400",
            ["code"] = "003",
            ["indicatorCode"] = "OFFICIALS",
            ["table"] = "heat",
            ["format"] = "csv",
        };
        Assert.That(frozen.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        await RenewAsync("drafts");
        await RenewAsync("batches");
    }

    private async Task RenewAsync(string route)
    {
        if (route.Contains("drafts", StringComparison.Ordinal))
        {
            _things["draft"] = IdIn(await _clients[TestSite.WardOfficer].UploadAsync("phuong-buoi-2025-05.xlsx", "00109"));
        }
        else if (route.Contains("batches", StringComparison.Ordinal))
        {
            // Nobody keeps more than a few batches open.
            await _clients[TestSite.DistrictOfficer].PostAsync($"/reports/batches/{_things["batch:guid"]}/discard", Form(_clients[TestSite.DistrictOfficer]));
            _things["batch:guid"] = IdIn(await _clients[TestSite.DistrictOfficer].UploadBatchAsync("003", "phuong-buoi-2025-05.xlsx"));
        }
    }

    private static string IdIn(string address) => Guid.TryParse(address.Split('/')[^1], out var id) ? id.ToString() : throw new InvalidOperationException(address);

    private FormUrlEncodedContent Form(SiteClient client, params (string Name, string Value)[] fields) =>
        new([new("__RequestVerificationToken", _tokens[client]), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);

    private static string ThingOf(string route, string parameter) =>
        parameter.Equals("id", StringComparison.OrdinalIgnoreCase) ? "account"
        : !parameter.Equals("id:guid", StringComparison.OrdinalIgnoreCase) ? parameter
        : route.Contains("snapshots", StringComparison.Ordinal) ? "snapshot"
        : "draft";

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
