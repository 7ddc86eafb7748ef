using KpiTracker.Domain.Progress;

namespace KpiTracker.Web.Charts;

/// <summary>One line of a ranking.</summary>
/// <param name="Number">What stands before the name: a rank, shared by ties, or a place in an order; <c>null</c>: none.</param>
/// <param name="NameHref">The unit's own page.</param>
/// <param name="MarkHref">What the figure is made of: the submission's cell for a ward, the indicator's page for a unit above.</param>
/// <param name="Gap">What is missing to the target, in people; empty when there is nothing to tell.</param>
/// <param name="Note">For instance coverage; empty when there is nothing to add.</param>
public sealed record RankingRow(
    int? Number,
    string Name,
    string NameHref,
    string MarkHref,
    string ValueText,
    string MarkLabel,
    string Gap,
    string Note,
    BulletGeometry Bar,
    ProgressStatus Status)
{
    /// <summary>The figure may still change: the bar is hollow.</summary>
    public bool IsProvisional { get; init; }
}
