namespace KpiTracker.Domain.Summaries;

/// <summary>
/// What a summary says, in which order: headings, paragraphs, tables and charts, without any format. Every writer (workbook, page, print)
/// says this and nothing else, so that all of them say the same.
/// </summary>
/// <param name="Body">What is signed, in its numbered sections.</param>
/// <param name="Signatures">Who signs below the body, from left to right.</param>
/// <param name="Appendices">Each begins on a page of its own.</param>
public sealed record SummaryReport(
    SummaryHead Head,
    IReadOnlyList<SummarySection> Body,
    IReadOnlyList<SummarySignature> Signatures,
    IReadOnlyList<SummarySection> Appendices)
{
    public IEnumerable<SummarySection> Sections => [.. Body, .. Appendices];
}

/// <summary>What stands on top of a report.</summary>
/// <param name="SuperiorAgency">The agency above, in capitals; <c>null</c> when there is none.</param>
/// <param name="Agency">The issuing agency, in capitals.</param>
/// <param name="PlaceAndDate">"Tây Hồ, ngày 05 tháng 01 năm 2026".</param>
/// <param name="Facts">What the reader must know before any figure: unit, period, date made, how many reported.</param>
/// <param name="IsProvisional">Some ward has not reported yet, so the figures may still move.</param>
/// <param name="Standing">In words, whether the figures are provisional and why.</param>
public sealed record SummaryHead(
    string? SuperiorAgency,
    string Agency,
    string Country,
    string Motto,
    string PlaceAndDate,
    string Title,
    string Subject,
    IReadOnlyList<SummaryFact> Facts,
    bool IsProvisional,
    string Standing);

public sealed record SummaryFact(string Label, SummaryCell Value);

/// <param name="Capacity">"Người lập", "Thủ trưởng đơn vị".</param>
/// <param name="Instruction">"(Ký, ghi rõ họ tên)".</param>
public sealed record SummarySignature(string Capacity, string Instruction);

/// <param name="Name">Short, for a sheet's tab or a link.</param>
/// <param name="Heading">With its number: "II. Kết quả thực hiện các chỉ tiêu".</param>
public sealed record SummarySection(string Name, string Heading, IReadOnlyList<SummaryBlock> Blocks);

/// <summary>One thing in a section.</summary>
public abstract record SummaryBlock
{
    private SummaryBlock()
    {
    }

    public sealed record Paragraph(string Text) : SummaryBlock;

    /// <summary>How the figures above it are to be read; smaller.</summary>
    public sealed record Note(string Text) : SummaryBlock;

    public sealed record Table(SummaryTable Content) : SummaryBlock;

    /// <summary>Bars of a value and its target, side by side.</summary>
    /// <param name="Data">Its table, drawn beside it: first column the labels, then the value, then the target, both percentages.</param>
    public sealed record Chart(string Title, SummaryTable Data) : SummaryBlock;
}
