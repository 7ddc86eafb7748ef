namespace KpiTracker.Documents.Gate;

/// <summary>Why a file was not read at all. Each has one sentence in <see cref="UnreadableTexts"/>; the list is fixed, so that every odd file ends in one of them.</summary>
public enum UnreadableReason
{
    /// <summary>Nought bytes.</summary>
    EmptyFile,

    /// <summary>More than <see cref="GateLimits.FileBytes"/>.</summary>
    TooLarge,

    /// <summary>A small file that would unpack to far more than any report.</summary>
    UnpacksTooLarge,

    /// <summary>First bytes of no kind we know.</summary>
    NotAWorkbook,

    /// <summary>Protected with a password.</summary>
    Encrypted,

    /// <summary>Older than Excel 95; from there on .xls is read (<c>OldExcel/</c>).</summary>
    OldExcel,

    /// <summary>Apple Numbers.</summary>
    Numbers,

    /// <summary>A .zip that holds no workbook's parts; most likely one of several reports.</summary>
    ZipArchive,

    /// <summary>A web page or XML saved under the name of a workbook.</summary>
    WebPage,

    Pdf,

    Picture,

    /// <summary>Word or PowerPoint.</summary>
    OtherOfficeDocument,

    /// <summary>LibreOffice's own format.</summary>
    OpenDocument,

    /// <summary>Plain text, CSV among it.</summary>
    PlainText,

    Program,

    /// <summary>A zip, RAR or other archive that is no workbook.</summary>
    OtherArchive,

    /// <summary>Excel's binary format (.xlsb).</summary>
    BinaryWorkbook,

    /// <summary>Cut off while copying or sending.</summary>
    Truncated,

    /// <summary>Its parts contradict each other, or are not what they say.</summary>
    Damaged,

    /// <summary>More sheets, cells or characters than any report has.</summary>
    TooComplex,

    /// <summary>Could not be read within <see cref="GateLimits.Budget"/>.</summary>
    TooSlow,

    /// <summary>Too many files are being read at this moment.</summary>
    Busy,

    /// <summary>No sheet holds anything.</summary>
    EmptySheets,

    /// <summary>Readable, but nothing in it looks like a table of indicators.</summary>
    NoTable,
}
