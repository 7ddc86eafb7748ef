using System.Globalization;
using KpiTracker.Domain.Summaries;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Exports;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.WardInvitations;

internal static class WardInvitationsFeature
{
    public const string Page = "/admin/accounts/wards";

    public static IServiceCollection AddWardInvitations(this IServiceCollection services) =>
        services.AddSingleton<WardInvitationPlanner>().AddSingleton<LinkSheets>().AddSingleton<WardLetters>().AddScoped<BulkInvitation>();

    public static void MapWardInvitations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Page + "/template", TemplateAsync).RequireAuthorization(Policies.Administer).RequireRateLimiting(RateLimits.Export);
        endpoints.MapPost(Page + "/links", LinksAsync).RequireAuthorization(Policies.Administer).RequireRateLimiting(RateLimits.Export).AddEndpointFilter<FileRecord>();
    }

    private static async Task<IResult> TemplateAsync(WardInvitationPlanner planner, CurrentOfficer officers, IStringLocalizer<WardInvitationTexts> texts, TimeProvider time, CancellationToken cancellationToken)
    {
        var wards = await planner.WithoutOfficerAsync(await officers.GetAsync(cancellationToken), cancellationToken);
        var table = new SummaryTable(
            texts["Template.Caption"],
            [
                new(texts["Col.Code"], SummaryColumnKind.ShortText),
                new(texts["Col.Ward"], SummaryColumnKind.Text),
                new(texts["Col.Name"], SummaryColumnKind.Text),
                new(texts["Col.Email"], SummaryColumnKind.Text),
                new(texts["Col.UserName"], SummaryColumnKind.Text),
            ],
            [.. wards.Missing.Select(ward => Row(ward.Code, ward.NameWithKind, string.Empty, string.Empty, string.Empty))]);
        return TableFile.Of(table, TableFormat.Xlsx, texts["Template.Sheet"], [texts["Template.Note"], texts["Template.Note.UserName"]], string.Create(CultureInfo.InvariantCulture, $"moi-can-bo-phuong-xa_{time.Today():yyyy-MM-dd}.xlsx"));
    }

    // A form, because it uses the file up: a second asking finds nothing.
    private static async Task<IResult> LinksAsync([FromForm] string? key, LinkSheets sheets, CurrentOfficer officers, IStringLocalizer<WardInvitationTexts> texts, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(key, out var id) || sheets.Take(id, await officers.GetAsync(cancellationToken)) is not { } invited)
        {
            return Results.LocalRedirect(Page + "?gone=true");
        }

        var table = new SummaryTable(
            texts["Links.Caption"],
            [
                new(texts["Col.Code"], SummaryColumnKind.ShortText),
                new(texts["Col.Ward"], SummaryColumnKind.Text),
                new(texts["Col.Name"], SummaryColumnKind.Text),
                new(texts["Col.UserName"], SummaryColumnKind.Text),
                new(texts["Col.Email"], SummaryColumnKind.Text),
                new(texts["Col.Link"], SummaryColumnKind.Name),
            ],
            [.. invited.Select(i => Row(i.Ward.Code, i.Ward.NameWithKind, i.Name, i.UserName, i.Email ?? string.Empty, i.Link))]);
        return TableFile.Of(table, TableFormat.Xlsx, texts["Links.Sheet"], [texts["Links.Note", Invitations.Lifespan.TotalDays]], string.Create(CultureInfo.InvariantCulture, $"lien-ket-moi_{time.Today():yyyy-MM-dd}.xlsx"));
    }

    private static SummaryRow Row(params string[] cells) => new(SummaryRowKind.Plain, [.. cells.Select(text => new SummaryCell.Words(text))]);
}
