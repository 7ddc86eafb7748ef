namespace KpiTracker.Web.Features.SampleData;

internal static class SampleAccounts
{
    /// <summary>Phường Tây Hồ, whose last month is left for the visitor to send.</summary>
    public const string WardCode = "00103";
}
