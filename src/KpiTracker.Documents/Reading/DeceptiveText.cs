namespace KpiTracker.Documents.Reading;

/// <summary>Text that shows as something else than it is: letters of other alphabets among Latin ones, and controls that turn the writing round.</summary>
internal static class DeceptiveText
{
    public static bool IsIn(string text)
    {
        foreach (var c in text)
        {
            if (IsBidiControl(c) || IsLookAlike(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBidiControl(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';

    /// <summary>Ð and Ɖ for Đ, ƣ for ư, and the Greek, Cyrillic and Armenian letters.</summary>
    private static bool IsLookAlike(char c) => c is '\u00D0' or '\u00F0' or '\u0189' or '\u0256' or '\u01A2' or '\u01A3' or (>= '\u0370' and <= '\u058F');
}
