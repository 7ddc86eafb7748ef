using KpiTracker.Data;
using KpiTracker.Tests.Web.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>What an administrator reads about restoring, and what the command does while the site runs.</summary>
public sealed class BackupPageTests
{
    private static string Folder => SharedSite.Site.Services.GetRequiredService<DataDirectory>().Root;

    [Test]
    public async Task A_running_sites_folder_is_not_restored_under_it()
    {
        var (code, console) = await CapturedConsole.RunAsync(Folder, ["restore", "sao-luu.zip", "--replace"]);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(console.Error, Does.Contain($"Trang web đang chạy trên thư mục {Folder}"));
    }

    [Test]
    public async Task The_command_that_is_shown_names_the_data_folder()
    {
        using var administrator = await SiteClient.SignedInAsync(SharedSite.Site, TestSite.Administrator);

        var page = await (await administrator.GetAsync("/admin/backups")).Content.ReadAsStringAsync();

        Assert.That(page, Does.Contain($"--replace --data {Folder}"));
    }
}
