using System.Globalization;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Packages;

namespace KpiTracker.Documents.Annotated;

/// <summary>Copies <c>workbook.xml</c> with one more sheet in front; whatever counts sheets by their place counts one further.</summary>
internal sealed class WorkbookCopy(string listName, string relation, int sheetId, PackageNames names) : PartCopy
{
    private bool _hasView;

    /// <summary>The highest number a sheet bears.</summary>
    public static int LastSheetId(PartReader part)
    {
        var last = 0;
        while (part.NextElement())
        {
            if (part.Name == "sheet" && part.Depth == 2 && int.TryParse(part.Attribute("sheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                last = Math.Max(last, id);
            }
        }

        return last;
    }

    protected override void StartElement()
    {
        switch (Source.LocalName)
        {
            case "workbookView" when Source.Depth == 2:
                // The sheet that was open stays the open one: else two would be chosen, and what is typed goes into both.
                _hasView = true;
                CopyStart(("activeTab", Further("activeTab") ?? "1"), ("firstSheet", Further("firstSheet")));
                break;
            case "sheets" when Source.Depth == 1:
                WriteView();
                CopyStart();
                WriteSheet();
                break;
            case "definedName" when Source.Depth == 2 && Source.GetAttribute("localSheetId") is not null:
                CopyStart(("localSheetId", Further("localSheetId")));
                break;
            default:
                CopyStart();
                break;
        }
    }

    private void WriteView()
    {
        if (!_hasView)
        {
            Start("bookViews");
            Add("workbookView", ("activeTab", "1"));
            Target.WriteEndElement();
        }
    }

    private void WriteSheet()
    {
        Start("sheet");
        Target.WriteAttributeString("name", listName);
        Target.WriteAttributeString("sheetId", sheetId.ToString(CultureInfo.InvariantCulture));
        Target.WriteAttributeString("r", "id", names.Office, relation);
        Target.WriteEndElement();
    }

    private string? Further(string attribute) =>
        int.TryParse(Source.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < int.MaxValue
            ? (place + 1).ToString(CultureInfo.InvariantCulture)
            : null;
}
