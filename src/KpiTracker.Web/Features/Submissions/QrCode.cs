using System.Globalization;
using System.Text;
using QRCoder;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>A square picture of an address that a telephone's camera reads.</summary>
/// <param name="Modules">How many squares it is wide and high, the quiet zone around it among them.</param>
/// <param name="Path">All dark squares as one SVG path; a square is one unit wide.</param>
internal sealed record QrCode(int Modules, string Path)
{
    /// <param name="text">Up to some 200 characters: longer ones make squares too small for print.</param>
    public static QrCode Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < data.ModuleMatrix.Count; row++)
        {
            AddRow(path, data.ModuleMatrix[row], row);
        }

        return new QrCode(data.ModuleMatrix.Count, path.ToString());
    }

    // Neighbours in a row are drawn as one bar: fewer seams when printed, and a shorter page.
    private static void AddRow(StringBuilder path, System.Collections.BitArray modules, int row)
    {
        for (var column = 0; column < modules.Count; column++)
        {
            var from = column;
            while (column < modules.Count && modules[column])
            {
                column++;
            }

            if (column > from)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{from} {row}h{column - from}v1h-{column - from}z");
            }
        }
    }
}
