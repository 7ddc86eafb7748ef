using KpiTracker.Data.Integrity;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>One site for all fixtures below this namespace: starting one takes longer than asking it.</summary>
[SetUpFixture]
public sealed class SharedSite
{
    internal static TestSite Site { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => Site = await TestSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        var found = await Site.Services.GetRequiredService<IntegrityInspection>().RunAsync();
        await Site.DisposeAsync();
        Assert.That(found.Where(r => r.Count > 0).SelectMany(r => r.Examples.Prepend(r.Name)), Is.Empty, "after all that was done to it");
    }
}
