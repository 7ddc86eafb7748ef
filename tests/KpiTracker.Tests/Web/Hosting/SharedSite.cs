namespace KpiTracker.Tests.Web.Hosting;

/// <summary>One site for all fixtures below this namespace: starting one takes longer than asking it.</summary>
[SetUpFixture]
public sealed class SharedSite
{
    internal static TestSite Site { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => Site = await TestSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await Site.DisposeAsync();
}
