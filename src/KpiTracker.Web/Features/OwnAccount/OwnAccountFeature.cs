namespace KpiTracker.Web.Features.OwnAccount;

internal static class OwnAccountFeature
{
    public static IServiceCollection AddOwnAccount(this IServiceCollection services) => services.AddScoped<OwnAccount>().AddSingleton<FactorKeys>().AddSingleton<SecondFactors>().AddScoped<Passkeys>().AddHostedService<FactorKeysAtStart>();
}
