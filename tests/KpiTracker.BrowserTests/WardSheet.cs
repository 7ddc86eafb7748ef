using ClosedXML.Excel;

namespace KpiTracker.BrowserTests;

/// <summary>The smallest report that a ward may send: a title and one indicator.</summary>
internal static class WardSheet
{
    public static byte[] Of(string title, int reached, int total)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("Báo cáo");
        sheet.Cell(1, 1).SetValue(title);
        string[] head = ["STT", "Tên chỉ tiêu", "ĐVT", "Tổng số", "Đã đạt", "Tỷ lệ (%)", "Ghi chú"];
        for (var i = 0; i < head.Length; i++)
        {
            sheet.Cell(3, i + 1).SetValue(head[i]);
        }

        sheet.Cell(4, 1).Value = 1;
        sheet.Cell(4, 2).SetValue("Cán bộ, công chức, viên chức và người lao động khu vực công");
        sheet.Cell(4, 4).Value = total;
        sheet.Cell(4, 5).Value = reached;
        using var file = new MemoryStream();
        workbook.SaveAs(file);
        return file.ToArray();
    }
}
