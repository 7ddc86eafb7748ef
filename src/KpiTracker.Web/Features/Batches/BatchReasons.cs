using System.Globalization;
using KpiTracker.Documents.Gate;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Why a file of a batch did not go on, as a key that is kept with it: one of these, or the name of an <see cref="UnreadableReason"/>.</summary>
internal static class BatchReasons
{
    /// <summary>A zip that was refused whole, with the reason behind it.</summary>
    public const string Archive = "Archive.";

    /// <summary>An entry of a zip that is no workbook, with its kind behind it.</summary>
    public const string Entry = "Entry.";

    /// <summary>A ward that only the file's name, or a name like it, points to; its code behind it.</summary>
    public const string Suggested = "Suggested.";

    public const string SameWard = "SameWard";
    public const string NoWardNamed = "NoWardNamed";
    public const string OtherUnit = "OtherUnit";
    public const string SeveralNamed = "SeveralNamed";
    public const string NothingToKeep = "NothingToKeep";
    public const string NotYours = "NotYours";
    public const string DraftGone = "DraftGone";
    public const string Broken = "Broken";
    public const string OtherChosen = "OtherChosen";
    public const string LeftByYou = "LeftByYou";

    /// <summary>The sentence of a kept key.</summary>
    public static string Reason(this IStringLocalizer<BatchesTexts> texts, string reason)
    {
        if (reason.StartsWith(Suggested, StringComparison.Ordinal))
        {
            return texts["Reason.Suggested"];
        }

        if (texts[$"Reason.{reason}"] is { ResourceNotFound: false } own)
        {
            return own;
        }

        var name = reason.StartsWith(Archive, StringComparison.Ordinal) ? reason[Archive.Length..] : reason;
        return Enum.TryParse<UnreadableReason>(name, out var unreadable) ? unreadable.Sentence(CultureInfo.CurrentUICulture) : texts["Reason.Broken"];
    }
}
