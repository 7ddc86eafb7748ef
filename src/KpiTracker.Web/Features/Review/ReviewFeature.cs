using KpiTracker.Domain.Periods;
using Microsoft.AspNetCore.WebUtilities;

namespace KpiTracker.Web.Features.Review;

internal static class ReviewFeature
{
    public const string Page = "/review";

    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<DueExtensions>()
        .AddSingleton<ReviewQuery>();

    /// <param name="more">What the page is to say.</param>
    public static string Link(string unitCode, ReportingPeriod period, params IEnumerable<KeyValuePair<string, string?>> more) =>
        QueryHelpers.AddQueryString(Page, [KeyValuePair.Create<string, string?>("unit", unitCode), KeyValuePair.Create<string, string?>("period", period.ToString()), .. more]);
}
