using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace KpiTracker.Web.Hosting;

/// <summary>Every refusal and every accident ends on a page with a sentence and an id that the log bears too.</summary>
internal static class ProblemPages
{
    public static void UseProblemPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler("/status/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            // A page that tells of a failed POST is itself only read: as a POST it would be taken for a form of its own.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;
                context.SetEndpoint(null);
                context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            }

            return next(context);
        });
    }
}
