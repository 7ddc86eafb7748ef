using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Record;

/// <summary>The record of changes, newest first, by what stands in the address.</summary>
public sealed partial class RecordPage
{
    private readonly List<(RecordLine Line, IReadOnlyList<string> Details)> _lines = [];
    private RecordSearch _search = new(null, null, null, null, null, null, 1);
    private IReadOnlyList<string> _people = [];
    private int _total;
    private int _pages;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private RecordQuery Query { get; set; } = null!;

    [Inject]
    private RecordWords Words { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _search = RecordSearch.Of(Http.Request.Query);
        _people = await Query.PeopleAsync(Http.RequestAborted);
        var answer = await Query.PageAsync(_search, Http.RequestAborted);
        (_total, _pages) = (answer.Total, answer.Pages);
        foreach (var line in answer.Lines)
        {
            _lines.Add((line, await Words.DetailsAsync(line.Entry)));
        }
    }
}
