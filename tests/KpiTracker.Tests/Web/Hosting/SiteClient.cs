using System.Net;
using System.Text.RegularExpressions;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>A browser without a screen: keeps cookies, follows no redirect, sends forms with their token.</summary>
internal sealed partial class SiteClient : IDisposable
{
    private readonly HttpClient _http;

    public SiteClient(TestSite site)
        : this(site.Address)
    {
    }

    /// <summary>By another name of the site's machine; like a browser it says where its forms come from.</summary>
    public SiteClient(Uri address)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>As a proxy would pass the request on.</summary>
    public SiteClient(TestSite site, string address, string scheme = "http")
        : this(site)
    {
        _http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        _http.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
    }

    public static async Task<SiteClient> SignedInAsync(TestSite site, string name)
    {
        var client = new SiteClient(site);
        var response = await client.SubmitAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Name", name), ("Password", TestSite.Password));
        return response.StatusCode == HttpStatusCode.Found
            ? client
            : throw new InvalidOperationException($"{name} was not signed in: {response.StatusCode}");
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? content) => _http.PostAsync(path, content);

    /// <summary>Sends the fields with the form token of a page.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = await FormTokenAsync(page);
        return await _http.PostAsync(action, new FormUrlEncodedContent([
            new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
    }

    /// <summary>Uploads one of the samples for May 2025, as the form does.</summary>
    /// <returns>Where the answer leads: the draft's page.</returns>
    public async Task<string> UploadAsync(string sample, string unit) => await UploadAsync("/reports", "/reports/upload", "file", unit, await SampleAsync(sample));

    /// <summary>Uploads a workbook of the test's own, in the same way.</summary>
    public Task<string> UploadAsync(byte[] content, string name, string unit) => UploadAsync("/reports", "/reports/upload", "file", unit, (content, name));

    /// <summary>Uploads samples for May 2025 all at once, as the form does.</summary>
    /// <returns>Where the answer leads: the batch's page.</returns>
    public async Task<string> UploadBatchAsync(string unit, params string[] samples) =>
        await UploadAsync("/reports/batches/new", "/reports/batches", "files", unit, await Task.WhenAll(samples.Select(SampleAsync)));

    private static async Task<(byte[] Content, string Name)> SampleAsync(string sample) =>
        (await File.ReadAllBytesAsync(Path.Combine(Architecture.Repository.Root, "data", "samples", sample)), sample);

    private async Task<string> UploadAsync(string page, string action, string field, string unit, params (byte[] Content, string Name)[] files)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await FormTokenAsync(page)), "__RequestVerificationToken" },
            { new StringContent(unit), "unit" },
            { new StringContent("2025-05"), "period" },
        };
        foreach (var (content, name) in files)
        {
            form.Add(new ByteArrayContent(content), field, name);
        }

        var response = await _http.PostAsync(action, form);
        return response.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"Not uploaded: {response.StatusCode}");
    }

    public async Task<string> FormTokenAsync(string page)
    {
        var html = await _http.GetStringAsync(page);
        return FormTokenIn(html);
    }

    public static string FormTokenIn(string html) => FormToken().Match(html).Groups[1].Value;

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
