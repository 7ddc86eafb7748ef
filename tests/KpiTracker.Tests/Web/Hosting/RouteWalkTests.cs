using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>Every route of the application, as nobody and as an officer of another district. A route that is not in the table fails.</summary>
public sealed partial class RouteWalkTests
{
    private static readonly Dictionary<string, Door> Doors = new()
    {
        ["GET /"] = Door.SignedIn,
        ["GET /health"] = Door.Open,
        ["GET /health/ready"] = Door.Open,
        ["GET /metrics"] = Door.Open,
        ["POST /language"] = Door.Open,
        ["POST /theme"] = Door.Open,
        ["POST /sign-out"] = Door.Open,
        ["PAGE /sign-in"] = Door.Open,
        ["PAGE /not-found"] = Door.Open,
        ["PAGE /status/{Code:int}"] = Door.Open,
        ["PAGE /reports"] = Door.SignedIn,
        ["GET /reports/template"] = Door.OwnUnit,
        ["POST /reports/upload"] = Door.SignedIn,
        ["PAGE /reports/drafts/{Id:guid}"] = Door.OwnUnit,
        ["GET /reports/drafts/{id:guid}/annotated"] = Door.OwnUnit,
        ["POST /reports/drafts/{id:guid}/confirm"] = Door.OwnUnit,
        ["PAGE /reports/batches/new"] = Door.SignedIn,
        ["POST /reports/batches/"] = Door.SignedIn,
        ["PAGE /reports/batches/{Batch:guid}"] = Door.OwnUnit,
        ["GET /reports/batches/{batch:guid}/progress"] = Door.OwnUnit,
        ["GET /reports/batches/{batch:guid}/results"] = Door.OwnUnit,
        ["POST /reports/batches/{batch:guid}/confirm"] = Door.OwnUnit,
        ["POST /reports/batches/{batch:guid}/retry"] = Door.OwnUnit,
        ["POST /reports/batches/{batch:guid}/discard"] = Door.OwnUnit,
        ["POST /reports/batches/{batch:guid}/files/{position:int}"] = Door.OwnUnit,
        ["POST /reports/drafts/{id:guid}/edits"] = Door.OwnUnit,
        ["POST /reports/drafts/{id:guid}/mappings"] = Door.OwnUnit,
        ["POST /reports/drafts/{id:guid}/discard"] = Door.OwnUnit,
        ["PAGE /reports/nothing"] = Door.OwnUnit,
        ["POST /reports/nothing"] = Door.OwnUnit,
        ["PAGE /receipts/{Id:int}"] = Door.OwnUnit,
        ["PAGE /submissions/{Id:int}/compare"] = Door.OwnUnit,
        ["PAGE /submissions/{Id:int}/restore"] = Door.OwnUnit,
        ["POST /submissions/{id:int}/restore"] = Door.OwnUnit,
        ["PAGE /admin"] = Door.OwnUnit,
        ["PAGE /admin/accounts"] = Door.OwnUnit,
        ["PAGE /admin/accounts/{Id}"] = Door.OwnUnit,
        ["PAGE /admin/accounts/wards"] = Door.OwnUnit,
        ["GET /admin/accounts/wards/template"] = Door.OwnUnit,
        ["POST /admin/accounts/wards/links"] = Door.OwnUnit,
        ["PAGE /admin/security"] = Door.OwnUnit,
        ["PAGE /account"] = Door.SignedIn,
        ["PAGE /setup"] = Door.Open,
        ["PAGE /invitation"] = Door.Open,
        ["PAGE /admin/backups"] = Door.OwnUnit,
        ["POST /admin/backups"] = Door.OwnUnit,
        ["PAGE /admin/audit"] = Door.OwnUnit,
        ["GET /admin/audit/{format}"] = Door.OwnUnit,
        ["PAGE /admin/integrity"] = Door.OwnUnit,
        ["POST /admin/integrity"] = Door.OwnUnit,
        ["PAGE /admin/label-mappings"] = Door.OwnUnit,
        ["PAGE /admin/thresholds"] = Door.OwnUnit,
        ["POST /admin/thresholds"] = Door.OwnUnit,
        ["PAGE /units/{Code}/reminders"] = Door.OwnUnit,
        ["POST /units/{code}/reminders"] = Door.OwnUnit,
        ["PAGE /admin/periods"] = Door.OwnUnit,
        ["POST /admin/periods"] = Door.OwnUnit,
        ["PAGE /admin/holidays"] = Door.OwnUnit,
        ["POST /admin/holidays"] = Door.OwnUnit,
        ["POST /admin/holidays/remove"] = Door.OwnUnit,
        ["PAGE /admin/sample-data"] = Door.OwnUnit,
        ["POST /admin/sample-data/load"] = Door.OwnUnit,
        ["POST /admin/sample-data/remove"] = Door.OwnUnit,
        ["POST /admin/label-mappings/{id:int}/remove"] = Door.OwnUnit,
        ["PAGE /submissions/{Id:int}"] = Door.OwnUnit,
        ["PAGE /submissions/{Id:int}/sheet"] = Door.OwnUnit,
        ["POST /submissions/{id:int}/return"] = Door.OwnUnit,
        ["POST /submissions/{id:int}/approve"] = Door.OwnUnit,
        ["POST /submissions/{id:int}/reopen"] = Door.OwnUnit,
        ["PAGE /review"] = Door.OwnUnit,
        ["PAGE /review/approve"] = Door.OwnUnit,
        ["POST /review/approve"] = Door.OwnUnit,
        ["POST /review/return"] = Door.OwnUnit,
        ["POST /review/extensions"] = Door.OwnUnit,
        ["GET /submissions/{id:int}/workbook"] = Door.OwnUnit,
        ["PAGE /units/{Code}"] = Door.OwnUnit,
        ["PAGE /units/{Code}/indicators/{IndicatorCode}"] = Door.OwnUnit,
        ["PAGE /summaries/{Code}"] = Door.OwnUnit,
        ["GET /summaries/{code}/xlsx"] = Door.OwnUnit,
        ["PAGE /units/{Code}/present"] = Door.OwnUnit,
        ["POST /units/{code}/present"] = Door.OwnUnit,
        ["PAGE /snapshots/{Id:guid}"] = Door.OwnUnit,
        ["PAGE /compare"] = Door.SignedIn,
        ["GET /compare/table/{format}"] = Door.OwnUnit,
        ["GET /units/{code}/tables/{table}/{format}"] = Door.OwnUnit,
    };

    private static TestSite Site => SharedSite.Site;

    private static Dictionary<string, string> _things = [];

    private enum Door
    {
        /// <summary>To everyone.</summary>
        Open,

        /// <summary>To everyone who has signed in, each with what is theirs.</summary>
        SignedIn,

        /// <summary>To those whose unit it is; to others it is refused or does not exist.</summary>
        OwnUnit,
    }

    private static readonly string[] Routes = [.. Doors.Keys];

    [OneTimeSetUp]
    public async Task SendAReportAsync()
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.WardOfficer);
        var sent = await client.UploadAsync("phuong-buoi-2025-05.xlsx", "00109");
        var receipt = await client.SubmitAsync("/sign-in", sent + "/confirm");
        var draft = await client.UploadAsync("phuong-buoi-2025-05.xlsx", "00109");
        _things = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["id"] = "4711",
            ["id:int"] = Digits().Match(receipt.Headers.Location!.OriginalString).Value,
            ["id:guid"] = draft.Split('/')[^1],
            ["batch:guid"] = await UploadBatchAsync(),
            ["position:int"] = "1",
            ["code:int"] = "404",
            ["code"] = "003",
            ["indicatorCode"] = "OFFICIALS",
            ["table"] = "heat",
            ["format"] = "csv",
        };
    }

    private static async Task<string> UploadBatchAsync()
    {
        using var district = await SiteClient.SignedInAsync(Site, TestSite.DistrictOfficer);
        return (await district.UploadBatchAsync("003", "phuong-buoi-2025-05.xlsx")).Split('/')[^1];
    }

    [Test]
    public void Every_route_has_its_door_in_the_table() =>
        Assert.That(
            Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsOurs).Select(NameOf).Distinct(),
            Is.EquivalentTo(Doors.Keys));

    [TestCaseSource(nameof(Routes))]
    public async Task Nobody_comes_in_without_signing_in(string route)
    {
        using var client = new SiteClient(Site);
        var response = await AskAsync(client, route);
        var isTurnedAway = response.StatusCode == HttpStatusCode.Unauthorized || response.Headers.Location?.OriginalString.Contains("/sign-in?returnUrl=", StringComparison.Ordinal) == true;
        Assert.That(isTurnedAway, Is.EqualTo(Doors[route] != Door.Open), $"{response.StatusCode} {response.Headers.Location}");
    }

    [TestCaseSource(nameof(Routes))]
    public async Task An_officer_of_another_unit_sees_nothing_of_it(string route)
    {
        using var client = await SiteClient.SignedInAsync(Site, TestSite.Stranger);
        var response = await AskAsync(client, route);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            if (Doors[route] == Door.OwnUnit)
            {
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound).Or.EqualTo(HttpStatusCode.Forbidden));
            }

            Assert.That(page, Does.Not.Contain("Tây Hồ").And.Not.Contain("Bưởi"));
        });
    }

    private static async Task<HttpResponseMessage> AskAsync(SiteClient client, string route)
    {
        var (method, pattern) = (route.Split(' ')[0], route.Split(' ')[1]);
        var path = Parameter().Replace(pattern, match => _things[match.Groups[1].Value]);
        return method == "POST"
            ? await client.SubmitAsync("/sign-in", path, ("reason", "không phải việc của tôi"))
            : await client.GetAsync(path + "?unit=00109&period=2025-05");
    }

    // The framework's own: static files, which are open, and the circuits' endpoints, which another test asks for.
    internal static bool IsOurs(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is { } pattern
        && !pattern.StartsWith("/_blazor", StringComparison.Ordinal)
        && !pattern.StartsWith("/_framework", StringComparison.Ordinal)
        && !pattern.StartsWith("_framework", StringComparison.Ordinal)
        && pattern != "{**path:file}"
        && !endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor");

    internal static string NameOf(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        var isPage = endpoint.Metadata.Any(m => m.GetType().Name == "ComponentTypeMetadata");
        return $"{(isPage ? "PAGE" : string.Join(',', methods))} {endpoint.RoutePattern.RawText}";
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
