using System.Globalization;
using ClosedXML.Excel;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Documents.Templates;

/// <summary>
/// Writes the prefilled template that a ward fills in: unit, period and codes inside, last month's wholes, checks on the figure cells.
/// The sheet is always Vietnamese, as every report is. Labels are locked without a password; the figures and remarks are open.
/// </summary>
public static class WardTemplateWriter
{
    private const int HeadRow = 8;
    private const int FirstLine = HeadRow + 1;
    private const int Total = 4;
    private const int Reached = 5;
    private const int Rate = 6;
    private const int Note = 7;
    private const int Code = 8;

    private static readonly (string Text, double Width)[] Columns =
        [("STT", 6), ("Tên chỉ tiêu", 58), ("ĐVT", 9), ("Tổng số", 13), ("Đã đạt", 13), ("Tỷ lệ (%)", 11), ("Ghi chú", 26), ("Mã", 18)];

    private static readonly XLColor HeadColour = XLColor.FromHtml("#DCE6F1");
    private static readonly XLColor OpenColour = XLColor.FromHtml("#FFFBE6");
    private static readonly XLColor ClosedColour = XLColor.FromHtml("#EDEDED");

    /// <param name="output">Must be seekable; left open.</param>
    public static void Write(TemplateContent content, Stream output)
    {
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = "Times New Roman";
        workbook.Style.Font.FontSize = 12;
        var sheet = workbook.AddWorksheet("Báo cáo");
        WriteTitle(sheet, content);
        WriteHead(sheet);
        for (var i = 0; i < content.Lines.Count; i++)
        {
            WriteLine(sheet, FirstLine + i, i + 1, content.Lines[i]);
        }

        WriteMarks(sheet, content);
        WriteFooter(sheet, FirstLine + content.Lines.Count + 1);
        SetUpPage(sheet);
        sheet.Protect();
        workbook.SaveAs(output);
    }

    private static void WriteTitle(IXLWorksheet sheet, TemplateContent content)
    {
        Merged(sheet, 1, 1, 3, content.Above is { } above ? $"UBND {Capitals(above.NameWithKind)}" : string.Empty);
        Merged(sheet, 2, 1, 3, $"UBND {Capitals(content.Unit.NameWithKind)}").Style.Font.Bold = true;
        Merged(sheet, 1, Total, Note, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Style.Font.Bold = true;
        Merged(sheet, 2, Total, Note, "Độc lập - Tự do - Hạnh phúc").Style.Font.Bold = true;
        var title = Merged(sheet, 4, 1, Note, "BÁO CÁO KẾT QUẢ PHONG TRÀO “BÌNH DÂN HỌC VỤ SỐ”");
        title.Style.Font.Bold = true;
        title.Style.Font.FontSize = 14;
        Merged(sheet, 5, 1, Note, $"Tháng {content.Period.Month} năm {content.Period.Year}").Style.Font.Italic = true;
        var hint = Merged(sheet, 6, 1, Note, "Điền số vào các ô màu vàng; chỗ nào chưa có số liệu thì để trống, không ghi 0. Tổng số được điền sẵn theo kỳ báo cáo gần nhất, sửa lại nếu đã thay đổi. Đơn vị đã có bảng riêng thì gửi thẳng tệp .xlsx hoặc .xls đó, không cần chép sang biểu mẫu này.");
        hint.Style.Font.FontSize = 11;
        hint.Style.Alignment.WrapText = true;
        sheet.Row(6).Height = 46;
    }

    private static string Capitals(string text) => text.ToUpper(CultureInfo.GetCultureInfo("vi-VN"));

    private static IXLRange Merged(IXLWorksheet sheet, int row, int from, int to, string text)
    {
        var range = sheet.Range(row, from, row, to).Merge();
        range.FirstCell().SetValue(text);
        range.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        range.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        return range;
    }

    private static void WriteHead(IXLWorksheet sheet)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            sheet.Column(i + 1).Width = Columns[i].Width;
            sheet.Cell(HeadRow, i + 1).SetValue(Columns[i].Text);
        }

        var head = sheet.Range(HeadRow, 1, HeadRow, Note);
        head.Style.Font.Bold = true;
        head.Style.Fill.BackgroundColor = HeadColour;
        head.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        Border(head);
        sheet.SheetView.FreezeRows(HeadRow);
    }

    private static void WriteLine(IXLWorksheet sheet, int row, int number, TemplateLine line)
    {
        var isPercentage = line.Indicator.Kind == IndicatorKind.Percentage;
        sheet.Cell(row, 1).SetValue(number);
        sheet.Cell(row, 2).SetValue(line.Indicator.NameVi);
        sheet.Cell(row, 3).SetValue(line.Indicator.UnitOfMeasureVi);
        sheet.Cell(row, Code).SetValue(line.Indicator.Code);
        sheet.Range(row, 1, row, Note).Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        sheet.Cell(row, 2).Style.Alignment.WrapText = true;
        sheet.Row(row).Height = line.Indicator.NameVi.Length > 60 ? 34 : 20;
        Open(sheet.Cell(row, Reached), isPercentage ? $"AND(ISNUMBER(E{row}),E{row}>=0,E{row}=INT(E{row}),OR(D{row}=\"\",E{row}<=D{row}))" : $"AND(ISNUMBER(E{row}),E{row}>=0,E{row}=INT(E{row}))", "Số đạt là số nguyên, không lớn hơn tổng số.");
        OpenNote(sheet.Cell(row, Note));
        if (isPercentage)
        {
            Open(sheet.Cell(row, Total), $"AND(ISNUMBER(D{row}),D{row}>=0,D{row}=INT(D{row}))", "Tổng số là số nguyên từ 0 trở lên.");
            sheet.Cell(row, Rate).FormulaA1 = $"IF(AND(ISNUMBER(D{row}),ISNUMBER(E{row})),IF(D{row}>0,E{row}/D{row},\"\"),\"\")";
            sheet.Cell(row, Rate).Style.NumberFormat.Format = "0.0%";
        }
        else
        {
            sheet.Range(row, Total, row, Total).Style.Fill.BackgroundColor = ClosedColour;
            sheet.Cell(row, Rate).Style.Fill.BackgroundColor = ClosedColour;
        }

        if (isPercentage && line.LastDenominator is { } last)
        {
            sheet.Cell(row, Total).SetValue(last);
        }

        Border(sheet.Range(row, 1, row, Note));
    }

    private static void Open(IXLCell cell, string rule, string message)
    {
        cell.Style.Protection.Locked = false;
        cell.Style.Fill.BackgroundColor = OpenColour;
        cell.Style.NumberFormat.Format = "#,##0";
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        var validation = cell.SetDataValidation();
        validation.Custom(rule);
        validation.IgnoreBlanks = true;
        validation.ErrorTitle = "Số liệu chưa đúng";
        validation.ErrorMessage = message;
    }

    private static void OpenNote(IXLCell cell)
    {
        cell.Style.Protection.Locked = false;
        cell.Style.Alignment.WrapText = true;
    }

    private static void WriteMarks(IXLWorksheet sheet, TemplateContent content)
    {
        sheet.Cell(1, Code).SetValue(content.Unit.Code);
        sheet.Cell(2, Code).SetValue(content.Period.ToString());
        var workbook = sheet.Workbook;
        workbook.NamedRanges.Add(TemplateMarks.UnitName, sheet.Range(1, Code, 1, Code));
        workbook.NamedRanges.Add(TemplateMarks.PeriodName, sheet.Range(2, Code, 2, Code));
        workbook.NamedRanges.Add(TemplateMarks.CodesName, sheet.Range(FirstLine, Code, FirstLine + Math.Max(content.Lines.Count - 1, 0), Code));
        sheet.Column(Code).Hide();
    }

    private static void WriteFooter(IXLWorksheet sheet, int row)
    {
        sheet.Cell(row, 1).SetValue("Nơi nhận:").Style.Font.SetBold().Font.SetItalic();
        Merged(sheet, row, Total, Note, "TM. ỦY BAN NHÂN DÂN").Style.Font.Bold = true;
        Merged(sheet, row + 1, Total, Note, "CHỦ TỊCH").Style.Font.Bold = true;
        sheet.Cell(row + 1, 1).SetValue("- Như trên;").Style.Font.FontSize = 11;
        sheet.Cell(row + 2, 1).SetValue("- Lưu: VT.").Style.Font.FontSize = 11;
    }

    private static void SetUpPage(IXLWorksheet sheet)
    {
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.SetRowsToRepeatAtTop(HeadRow, HeadRow);
    }

    private static void Border(IXLRange range)
    {
        range.Style.Border.InsideBorder = XLBorderStyleValues.Thin;
        range.Style.Border.OutsideBorder = XLBorderStyleValues.Thin;
    }
}
