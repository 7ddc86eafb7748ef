using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace KpiTracker.Web.Components.Layout;

/// <summary>A link of the menu that is the current one wherever in its section the reader is, not only on the very page that it leads to.</summary>
public sealed class SectionLink : NavLink
{
    /// <summary>How the addresses of the section begin, without the first slash.</summary>
    [Parameter, EditorRequired]
    public string Section { get; set; } = "";

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override bool ShouldMatch(string uriAbsolute) => Navigation.ToBaseRelativePath(uriAbsolute).StartsWith(Section, StringComparison.OrdinalIgnoreCase);
}
