using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Annotated;

/// <summary>The vocabularies a package is written in: the usual ones, or those of Strict OOXML. What is added is written in the same.</summary>
internal sealed record PackageNames(string Main, string Office)
{
    public const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    public const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string SheetMedia = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    public const string VmlMedia = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    private static readonly PackageNames[] Known =
    [
        new("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        new("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ];

    /// <exception cref="GateRefusal">The workbook is written in neither, which no spreadsheet program would open either.</exception>
    public static PackageNames Of(string workbookNamespace) =>
        Known.FirstOrDefault(n => n.Main == workbookNamespace) ?? throw new GateRefusal(UnreadableReason.Damaged);
}
