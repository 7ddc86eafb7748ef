using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>What was read of an upload, what is wrong with it, and the fields to mend it. The file is read afresh each time the page is asked for.</summary>
public sealed partial class DraftPage
{
    private DraftPreview? _preview;
    private PreviewOutcome.Unreadable? _unreadable;
    private DraftWards? _placed;
    private IReadOnlyList<DraftWard> _wards = [];
    private IReadOnlyList<AnsweredFinding> _findings = [];
    private IReadOnlyList<Indicator> _indicators = [];
    private IReadOnlyList<OrganisationUnit> _units = [];
    private IReadOnlyList<LabelMappingRow> _mappings = [];
    private Dictionary<CellRef, FindingMark> _marks = [];
    private HashSet<CellRef> _fields = [];

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Which ward's table is shown: its code, or the cell of a name that nobody knows.</summary>
    [SupplyParameterFromQuery]
    private string? Ward { get; set; }

    /// <summary>What the last form led to.</summary>
    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    /// <summary>Why the marked workbook, just asked for, could not be made.</summary>
    [SupplyParameterFromQuery(Name = "annotated")]
    private string? AnnotatedProblem { get; set; }

    private AnnotationProblem? Annotated => Enum.TryParse<AnnotationProblem>(AnnotatedProblem, out var problem) && Enum.IsDefined(problem) ? problem : null;

    [Inject]
    private SubmissionIntake Intake { get; set; } = null!;

    [Inject]
    private ReportDrafts Drafts { get; set; } = null!;

    [Inject]
    private LabelMappings Mappings { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Address => $"/reports/drafts/{Id}";

    private DraftWard? Shown => _wards.FirstOrDefault(w => w.Key == Ward) ?? (_wards.Count > 0 ? _wards[0] : null);

    private ReportStep Step => _preview!.IsRejected || _preview.Questions.Any() ? ReportStep.Mend : ReportStep.Send;

    private string Announcement => D["Said.Counts", string.Join(", ", DraftSummary.Counts(_preview!, L))];

    protected override async Task OnInitializedAsync()
    {
        switch (await Intake.PreviewAsync(Id, await Officers.GetAsync(), CancellationToken.None))
        {
            case PreviewOutcome.Shown shown:
                await ShowAsync(shown.Preview);
                break;
            case PreviewOutcome.Unreadable unreadable:
                _unreadable = unreadable;
                await Drafts.DropUnreadableAsync(Id, unreadable.Reason, await Officers.GetAsync(), CancellationToken.None);
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

    private async Task ShowAsync(DraftPreview preview)
    {
        var snapshot = await Registers.CurrentAsync();
        _preview = preview;
        _indicators = snapshot.Indicators;
        _units = snapshot.Units.WardsOf(preview.File.Unit.Key, preview.File.Period);
        _mappings = await Mappings.OfAsync(preview.File.Unit, CancellationToken.None);
        _placed = new DraftWards(preview);
        _wards = _placed.All;
        var all = preview.Report.Findings.Select((f, index) => new AnsweredFinding(f, null, null, index + 1)).ToList();
        _findings = [.. all.Where(f => _wards.Count == 1 || _placed.KeyOf(f.Finding) is not { } key || key == Shown?.Key)];
        _marks = _findings.Where(f => f.Finding.Cell is not null)
            .GroupBy(f => f.Finding.Cell!)
            .ToDictionary(g => g.Key, g => new FindingMark(g.Min(f => f.Finding.Severity), g.MinBy(f => f.Finding.Severity)!.Position));
        _fields = Shown is { } ward ? [.. ward.Lines.SelectMany(l => PreviewTable.FieldsOf(l.Line, preview.Edits))] : [];
    }

    private string OfWard(string key) => $"{Address}?ward={key}";

    /// <summary>The field of a cell on this page.</summary>
    private string? FieldOf(CellRef cell) => _fields.Contains(cell) ? $"{OfWard(Shown!.Key)}#e-{cell.Address}" : null;

    private string FindingAddress(int position) => $"{(Shown is { } ward ? OfWard(ward.Key) : Address)}#f-{position}";

    /// <summary>Where something that must be seen can be mended: its field, else its place in the list.</summary>
    private string FixOf(Finding finding, int position)
    {
        var key = _placed!.KeyOf(finding);
        return key is not null && key != Shown?.Key ? $"{OfWard(key)}#f-{position}"
            : finding.Cell is { } cell && FieldOf(cell) is { } field ? field
            : FindingAddress(position);
    }

    private static string HomeOf(DraftFile file) => $"/reports?unit={file.Unit.Code}&period={file.Period}";
}
