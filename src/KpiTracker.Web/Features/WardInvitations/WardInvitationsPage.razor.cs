using System.Globalization;
using System.Text.Json;
using KpiTracker.Data.Accounts;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Invitations;
using KpiTracker.Domain.Figures;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Mail;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.WardInvitations;

/// <summary>
/// Many ward officers from one list, in three steps on one page: take the template, have the list read, invite. Between the steps nothing is kept on the
/// server: the lines travel in the form, and are judged anew.
/// </summary>
public sealed partial class WardInvitationsPage
{
    /// <summary>A file that is too large is still read to its end, to be refused in words.</summary>
    private const long LongestBody = GateLimits.FileBytes + ServerLimits.LongestForm;

    private WardsWithoutOfficer _wards = new([], 0);
    private Officer _officer = null!;
    private IReadOnlyList<InvitationLine>? _lines;
    private IReadOnlyList<PlannedInvitation>? _plan;
    private IReadOnlyList<InvitedOfficer>? _invited;
    private Guid _sheet;
    private int _unfilled;
    private string? _problem;

    [SupplyParameterFromForm(FormName = "read")]
    private IFormFile? List { get; set; }

    [SupplyParameterFromForm(FormName = "invite", Name = "Asked")]
    private AskedInvitations? Asked { get; set; }

    /// <summary>The links were taken as a file already, or the time for it is over.</summary>
    [SupplyParameterFromQuery]
    private bool Gone { get; set; }

    [Inject]
    private WardInvitationPlanner Planner { get; set; } = null!;

    [Inject]
    private BulkInvitation Inviting { get; set; } = null!;

    [Inject]
    private LinkSheets Sheets { get; set; } = null!;

    [Inject]
    private MailSettings Mail { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Written => JsonSerializer.Serialize(_lines);

    protected override async Task OnInitializedAsync()
    {
        _officer = await Officers.GetAsync();
        _wards = await Planner.WithoutOfficerAsync(_officer, CancellationToken.None);
        // The forms keep the address they stand on.
        _problem = Gone && Asked is null && List is null ? L["Links.Gone"].Value : null;
        if (Asked is not null)
        {
            _lines = Asked.Read();
            _plan = await Planner.PlanAsync(_lines, _officer, CancellationToken.None);
        }
    }

    private async Task ReadAsync()
    {
        if (List is not { Length: > 0 } file)
        {
            _problem = L["Problem.NoFile"];
            return;
        }

        await using var content = file.OpenReadStream();
        switch (await OwnThread.RunAsync(() => InvitationSheet.Read(content), CancellationToken.None))
        {
            case InvitationReading.Found { Lines.Count: > 0 } found:
                (_lines, _unfilled) = (found.Lines, found.Unfilled);
                _plan = await Planner.PlanAsync(found.Lines, _officer, CancellationToken.None);
                break;
            case InvitationReading.Found:
                _problem = L["Problem.NobodyNamed"];
                break;
            case InvitationReading.Unreadable unreadable:
                _problem = unreadable.Reason.Sentence(CultureInfo.CurrentUICulture);
                break;
            case InvitationReading.TooMany:
                _problem = L["Problem.TooMany", FigureText.Count(InvitationSheet.MostLines)];
                break;
            default:
                _problem = L["Problem.NoHead"];
                break;
        }
    }

    private async Task InviteAsync()
    {
        _invited = await Inviting.InviteAsync(_lines ?? [], Asked?.Renew == true, Navigation.BaseUri, _officer, CancellationToken.None);
        _sheet = Sheets.Keep(_invited, _officer);
        _wards = await Planner.WithoutOfficerAsync(_officer, CancellationToken.None);
    }
}

/// <summary>The list as the form brings it back.</summary>
internal sealed class AskedInvitations
{
    /// <summary>Lines as JSON.</summary>
    public string? Lines { get; set; }

    public bool Renew { get; set; }

    /// <returns>None when it is not what the page wrote.</returns>
    public IReadOnlyList<InvitationLine> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<List<InvitationLine>>(Lines ?? "[]") is { Count: <= InvitationSheet.MostLines } lines && lines.TrueForAll(IsWhole) ? lines : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static bool IsWhole(InvitationLine? line) => line is { Code: not null, Ward: not null, Name: not null, Email: not null, UserName: not null, OddCell: not null };
}
