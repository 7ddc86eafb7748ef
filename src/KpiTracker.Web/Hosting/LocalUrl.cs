namespace KpiTracker.Web.Hosting;

/// <summary>Where a form may send someone afterwards: only to a page of this site.</summary>
internal static class LocalUrl
{
    /// <returns><paramref name="url"/> when it is a path on this site, else <paramref name="otherwise"/>.</returns>
    public static string OrElse(string? url, string otherwise) => IsLocal(url) ? url! : otherwise;

    private static bool IsLocal(string? url) =>
        url is ['/', ..]
        // "//host" and "/\host" leave the site; control characters are dropped by browsers and could hide either.
        && url is not ['/', '/' or '\\', ..]
        && !url.Any(char.IsControl);
}
