namespace KpiTracker.Web.Hosting;

/// <summary>The clock of the field: today and local time are Việt Nam's, whatever zone the server is set to.</summary>
internal sealed class VietnamTime : TimeProvider
{
    /// <summary>UTC+7 without summer time since 1975; written out, so that no time zone data is needed on the machine.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", TimeSpan.FromHours(7), "Việt Nam", "Việt Nam");

    public override TimeZoneInfo LocalTimeZone => Zone;
}

internal static class VietnamTimeExtensions
{
    /// <summary>Today's date in the provider's local zone.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}
