using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KpiTracker.Web.Features.LabelMappings;

internal static class LabelMappingsFeature
{
    public static IServiceCollection AddLabelMappings(this IServiceCollection services) => services.AddSingleton<LabelMappingRegister>();

    public static void MapLabelMappings(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/admin/label-mappings/{id:int}/remove", RemoveAsync).RequireAuthorization(Policies.Administer);

    private static async Task<IResult> RemoveAsync(int id, [FromForm] IFormCollection form, LabelMappingRegister register, CancellationToken cancellationToken) =>
        await register.RemoveAsync(id, cancellationToken) ? Results.LocalRedirect("/admin/label-mappings?removed=true") : Results.LocalRedirect("/admin/label-mappings");
}
