using KpiTracker.Domain.Progress;

namespace KpiTracker.Web.Features.Presentation;

/// <summary>What is presented of a unit and month, in one language: words and figures as they are shown, so that a frozen deck says later what it said then.</summary>
/// <param name="Coverage">How far the figures reach and how many wards stand behind them.</param>
public sealed record Deck(string UnitCode, string UnitName, string Month, string Coverage, IReadOnlyList<Slide> Slides)
{
    /// <summary>Whether the figures had been approved; <c>null</c> in decks frozen before that was kept.</summary>
    public string? Review { get; init; }
}

/// <param name="Title">The question that the slide answers.</param>
/// <param name="Lead">The answer in one sentence.</param>
/// <param name="Note">How the figures are to be read; <c>null</c> when there is nothing to add.</param>
public sealed record Slide(string Title, string Lead, IReadOnlyList<SlideLine> Lines, string? Note)
{
    /// <summary>The few numbers to be read from the last row; empty in decks frozen before there were any.</summary>
    public IReadOnlyList<SlideNumeral> Numerals { get; init; } = [];
}

/// <param name="Figure">"3/4", "95,2%".</param>
/// <param name="Label">What it counts, in a few words.</param>
public sealed record SlideNumeral(string Figure, string Label);

/// <param name="Figure">Empty where the line is about no figure.</param>
/// <param name="Status"><c>null</c> where nothing is judged.</param>
public sealed record SlideLine(string Name, string Figure, string Detail, ProgressStatus? Status = null, SlideBar? Bar = null);

/// <summary>A bullet bar: figures on a scale from nought to <paramref name="Max"/>, with the thresholds of then.</summary>
public sealed record SlideBar(decimal? Value, decimal? Goal, decimal? Expected, decimal Max, decimal OnTrackFrom, decimal AtRiskFrom)
{
    /// <summary>The figure could still change: a hollow bar. <c>false</c> in decks frozen before that was kept.</summary>
    public bool IsProvisional { get; init; }
}
