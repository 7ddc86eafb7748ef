using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Invitations;

/// <summary>A line of a list of officers to be invited, as written; nothing judged. Empty where nothing is written.</summary>
/// <param name="Row">As in Excel, from 1.</param>
/// <param name="Code">Of the ward; a code that lost its leading zeros to a number has them again.</param>
/// <param name="OddCell">The address of a cell whose text shows as something else than it is, or that holds no text at all (an error, a formula without a result); empty when there is none.</param>
public sealed record InvitationLine(int Row, string Code, string Ward, string Name, string Email, string UserName, string OddCell = "");

/// <summary>How the reading of a list ended.</summary>
public abstract record InvitationReading
{
    private InvitationReading()
    {
    }

    /// <param name="Lines">Those that name somebody, from the top.</param>
    /// <param name="Unfilled">Lines of wards for which nobody is named.</param>
    public sealed record Found(IReadOnlyList<InvitationLine> Lines, int Unfilled) : InvitationReading;

    public sealed record Unreadable(UnreadableReason Reason) : InvitationReading;

    /// <summary>No row has the headings of the template.</summary>
    public sealed record NoHead : InvitationReading;

    /// <summary>More than <see cref="InvitationSheet.MostLines"/>.</summary>
    public sealed record TooMany : InvitationReading;
}
