using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Web.Features.Reminders;

/// <summary>
/// The texts that go to the wards, ready to be pasted or mailed: always Vietnamese, whatever language the one who sends them reads.
/// <c>ReminderTexts.resx</c> and <c>ReminderTexts.en.resx</c>, which also hold the words of the page.
/// </summary>
internal sealed class ReminderTexts
{
    private static readonly TextBook Texts = new(typeof(ReminderTexts));

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    private ReminderTexts()
    {
    }

    /// <summary>One text for a group chat: who is still awaited, and who has to send again.</summary>
    /// <param name="address">Where reports are sent.</param>
    /// <param name="sender">Whom to ask.</param>
    public static string ToAll(ReminderList list, string address, string sender)
    {
        List<string> lines = [Print("Text.All.Begin", list.Unit.NameWithKind), Print("Text.All.State", FigureText.Period(list.Period), Due(list.DueOn, list.DaysLeft), FigureText.Count(list.Reported), FigureText.Count(list.Expected))];
        var awaited = list.Owing.Where(w => w.ReturnReason is null).ToList();
        var returned = list.Owing.Where(w => w.ReturnReason is not null).ToList();
        if (awaited.Count > 0)
        {
            lines.Add(Print("Text.All.Awaited", FigureText.Count(awaited.Count), string.Join(", ", awaited.Select(w => Named(list, w)))));
        }

        if (returned.Count > 0)
        {
            lines.Add(Print("Text.All.Returned", FigureText.Count(returned.Count), string.Join("; ", returned.Select(w => Print("Text.All.Reason", w.Ward.NameWithKind, w.ReturnReason)))));
        }

        lines.Add(Print("Text.Ask", address, sender));
        return string.Join("\n", lines);
    }

    public static string ToWard(ReminderList list, OwingWard ward, string address, string sender) => string.Join(
        "\n",
        Print("Text.Ward.Begin", ward.Ward.NameWithKind),
        ward.ReturnReason is { } reason
            ? Print("Text.Ward.Returned", FigureText.Period(list.Period), reason, Due(ward.Due.On, list.DaysLeftFor(ward)))
            : Print("Text.Ward.Awaited", FigureText.Period(list.Period), Due(ward.Due.On, list.DaysLeftFor(ward))),
        Print("Text.Ask", address, sender));

    public static string Subject(ReminderList list, OwingWard ward) => Print("Text.Subject", FigureText.Period(list.Period), ward.Ward.NameWithKind);

    /// <summary>A ward that has more time than the others bears its own date.</summary>
    private static string Named(ReminderList list, OwingWard ward) =>
        ward.Due.On == list.DueOn ? ward.Ward.NameWithKind : Print("Text.All.Extended", ward.Ward.NameWithKind, FigureText.Date(ward.Due.On));

    private static string Due(DateOnly day, int daysLeft) => daysLeft switch
    {
        0 => Print("Text.Due.Today", FigureText.Date(day)),
        > 0 => Print("Text.Due.Left", FigureText.Date(day), FigureText.Count(daysLeft)),
        _ => Print("Text.Due.Over", FigureText.Date(day), FigureText.Count(-daysLeft)),
    };

    private static string Print(string key, params ReadOnlySpan<object?> arguments) => Texts.Print(key, Vietnamese, arguments);
}
