using KpiTracker.Data.Registers;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>What was read of an upload and what is wrong with it. The file is read afresh each time the page is asked for.</summary>
public sealed partial class DraftPage
{
    private DraftPreview? _preview;
    private PreviewOutcome.Unreadable? _unreadable;
    private IReadOnlyList<AnsweredFinding> _findings = [];
    private IReadOnlyList<Indicator> _indicators = [];
    private HashSet<string> _cells = [];

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private bool Unanswered { get; set; }

    /// <summary>Why the marked workbook, just asked for, could not be made.</summary>
    [SupplyParameterFromQuery(Name = "annotated")]
    private string? AnnotatedProblem { get; set; }

    private AnnotationProblem? Annotated => Enum.TryParse<AnnotationProblem>(AnnotatedProblem, out var problem) && Enum.IsDefined(problem) ? problem : null;

    [Inject]
    private SubmissionIntake Intake { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Address => $"/reports/drafts/{Id}";

    protected override async Task OnInitializedAsync()
    {
        switch (await Intake.PreviewAsync(Id, await Officers.GetAsync(), CancellationToken.None))
        {
            case PreviewOutcome.Shown shown:
                _preview = shown.Preview;
                _findings = [.. _preview.Report.Findings.Select(f => new AnsweredFinding(f, null, null))];
                _indicators = (await Registers.CurrentAsync()).Indicators;
                _cells = [.. _preview.Lines.SelectMany(l => PreviewTable.CellsOf(l.Line)).Select(c => c.Address)];
                break;
            case PreviewOutcome.Unreadable unreadable:
                _unreadable = unreadable;
                break;
            case PreviewOutcome.Confirmed confirmed:
                Navigation.NavigateTo($"/receipts/{confirmed.ReceiptId}{(confirmed.WasUnchanged ? "?unchanged=true" : string.Empty)}");
                break;
            case PreviewOutcome.Refused { Reason: SubmissionRefusal.NotYours }:
                Navigation.NotFound();
                break;
            case PreviewOutcome.Refused refused:
                Navigation.NavigateTo($"/reports?problem={refused.Reason}");
                break;
        }
    }

    private string? LinkTo(CellRef cell) => _cells.Contains(cell.Address) ? $"{Address}#o-{cell.Address}" : null;

    private static string HomeOf(DraftFile file) => $"/reports?unit={file.Unit.Code}&period={file.Period}";

    // A name that was not recognised stands as the sheet writes it.
    private string CaptionOf(PreviewLine line) =>
        (line.Ward?.NameWithKind ?? line.Line.Unit?.Written) is { } name ? L["Draft.Figures.Of", name] : L["Draft.Figures"];
}
