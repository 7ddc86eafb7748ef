using System.Text;

namespace KpiTracker.Documents.Gate;

/// <summary>Names in a zip: UTF-8, whether or not the zip says so, else the letters of the first PCs.</summary>
internal static class ZipNames
{
    private const int OldPc = 437;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(OldPc)!.GetString(bytes);
        }
    }
}
