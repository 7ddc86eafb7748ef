namespace KpiTracker.Web.Features.Submissions;

/// <summary>How labels and what they mean travel in a form.</summary>
internal static class MappingForm
{
    /// <summary>The button that forgets one label; its value is the label's key.</summary>
    public const string Forget = "forget";

    private const string Map = "map:";

    public static string FieldOf(string key) => Map + key;

    public static IReadOnlyList<ChosenMeaning> Read(IFormCollection form) =>
    [
        .. from field in form
           where field.Key.StartsWith(Map, StringComparison.Ordinal)
           let chosen = ChosenMeaning.Read(field.Key[Map.Length..], field.Value.ToString())
           where chosen is not null
           select chosen,
    ];
}
