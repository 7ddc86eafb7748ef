using System.Globalization;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Submissions;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace KpiTracker.Web.Features.Review;

/// <summary>The forms of the review: plain posts that lead back to their page, so that they work without a script.</summary>
internal static class ReviewEndpoints
{
    public static void MapReview(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/submissions/{id:int}/approve", ApproveOneAsync).RequireAuthorization(Policies.ReturnReports);
        endpoints.MapPost("/submissions/{id:int}/reopen", ReopenAsync).RequireAuthorization(Policies.ReturnReports);
        endpoints.MapPost("/review/approve", ApproveAsync).RequireAuthorization(Policies.ReturnReports);
        endpoints.MapPost("/review/return", ReturnAsync).RequireAuthorization(Policies.ReturnReports);
        endpoints.MapPost("/review/extensions", ExtendAsync).RequireAuthorization(Policies.ReturnReports);
    }

    private static async Task<IResult> ApproveOneAsync(int id, SubmissionReview review, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var outcome = (await review.ApproveAsync([id], await officers.GetAsync(cancellationToken), cancellationToken))[0];
        return outcome == ApprovalOutcome.NotYours ? Results.NotFound() : Results.LocalRedirect($"/submissions/{id}?reviewed={outcome}");
    }

    private static async Task<IResult> ReopenAsync(int id, [FromForm] string? reason, SubmissionReview review, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var outcome = await review.ReopenAsync(id, reason, await officers.GetAsync(cancellationToken), cancellationToken);
        return outcome == ReopenOutcome.NotYours ? Results.NotFound() : Results.LocalRedirect($"/submissions/{id}?reviewed={outcome}");
    }

    /// <summary>One report by its own button; the ticked ones after a page that says how many and which.</summary>
    private static async Task<IResult> ApproveAsync([FromForm] IFormCollection form, SubmissionReview review, Registers registers, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var officer = await officers.GetAsync(cancellationToken);
        if (await ScopeAsync(form, registers, cancellationToken) is not var (unit, period) || !officer.MayReturn((await registers.CurrentAsync(cancellationToken)).Units, unit.Key))
        {
            return Results.NotFound();
        }

        List<int> ids = form["only"].Count > 0 ? Numbers(form["only"]) : Numbers(form["id"]);
        if (ids.Count == 0)
        {
            return Back(unit, period, ("said", "NoneTicked"));
        }

        if (form["only"].Count == 0 && form["confirmed"] != "true")
        {
            return Results.LocalRedirect(ReviewFeature.Link(unit.Code, period, ids.Select(Id)).Replace("/review?", "/review/approve?", StringComparison.Ordinal));
        }

        await review.ApproveAsync(ids, officer, cancellationToken);
        return Back(unit, period, ("done", string.Join(',', ids)));
    }

    private static async Task<IResult> ReturnAsync([FromForm] IFormCollection form, SubmissionReturn submissions, Registers registers, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        if (await ScopeAsync(form, registers, cancellationToken) is not var (unit, period) || Numbers(form["return"]) is not [var id])
        {
            return Results.NotFound();
        }

        return await submissions.ReturnAsync(id, form[$"reason-{id}"], await officers.GetAsync(cancellationToken), cancellationToken) switch
        {
            ReturnOutcome.NotYours => Results.NotFound(),
            ReturnOutcome.ReasonMissing => Back(unit, period, ("said", "ReasonMissing"), ("return", $"{id}")),
            _ => Back(unit, period, ("done", $"{id}")),
        };
    }

    private static async Task<IResult> ExtendAsync([FromForm] IFormCollection form, DueExtensions extensions, Registers registers, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (await ScopeAsync(form, registers, cancellationToken) is not var (unit, period) || snapshot.Units.FindInSeries(form["for"].ToString(), period) is not { } given)
        {
            return Results.NotFound();
        }

        var outcome = await extensions.GiveAsync(given.Key, period, form["day"], form["reason"], await officers.GetAsync(cancellationToken), cancellationToken);
        return outcome == ExtensionOutcome.NotYours ? Results.NotFound() : Back(unit, period, ("extended", outcome.ToString()));
    }

    private static async Task<(OrganisationUnit Unit, ReportingPeriod Period)?> ScopeAsync(IFormCollection form, Registers registers, CancellationToken cancellationToken) =>
        ReportingPeriod.TryParse(form["period"], out var period) && (await registers.CurrentAsync(cancellationToken)).Units.FindInSeries(form["unit"].ToString(), period) is { } unit
            ? (unit, period)
            : null;

    private static IResult Back(OrganisationUnit unit, ReportingPeriod period, params (string Name, string Value)[] said) =>
        Results.LocalRedirect(ReviewFeature.Link(unit.Code, period, said.Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value))));

    private static KeyValuePair<string, string?> Id(int id) => new("id", id.ToString(CultureInfo.InvariantCulture));

    private static List<int> Numbers(IEnumerable<string?> texts) =>
        [.. texts.Select(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(n => n > 0).Distinct()];
}
