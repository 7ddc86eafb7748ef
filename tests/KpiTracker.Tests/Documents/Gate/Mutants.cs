using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace KpiTracker.Tests.Documents.Gate;

/// <summary>Good workbooks gone wrong: bytes changed, parts with changed letters, and parts that are still well-formed but say something else. The number is the seed.</summary>
internal static partial class Mutants
{
    private const string Letters = " <>\"/=0123456789abrstvfe:-.,&;ă\u202E";

    private static readonly string[] OddTexts =
    [
        "", "-1", "1e308", "NaN", "1,5", "12abc", "A1:XFD1048576", "true", "s", "#REF!", "99999999999", "Tổng cộng", "Tháng 4 năm 2025",
        "Phường Bưởi", "CBCCVC", "Tổng số", "Đã đạt", "_x0000_", "\u202E", "STT", "Nơi nhận:", "0.5", "x",
    ];

    public static byte[] Of(byte[] original, int number)
    {
        var chance = new Random(number);
        return chance.Next(3) switch
        {
            0 => WithOtherBytes(original, chance),
            1 => WithOtherPart(original, chance, OtherLetters),
            _ => WithOtherPart(original, chance, OtherContent),
        };
    }

    private static byte[] WithOtherBytes(byte[] original, Random chance)
    {
        var mutant = (byte[])original.Clone();
        for (var changes = chance.Next(1, 8); changes > 0; changes--)
        {
            mutant[chance.Next(mutant.Length)] = (byte)chance.Next(256);
        }

        return chance.Next(10) == 0 ? mutant[..chance.Next(mutant.Length)] : mutant;
    }

    /// <summary>The zip is sound; one part of it is not, and now and then another is missing.</summary>
    private static byte[] WithOtherPart(byte[] original, Random chance, Func<string, Random, string> change)
    {
        using var good = new ZipArchive(new MemoryStream(original));
        var sheets = good.Entries.Where(e => e.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)).ToList();
        var picked = chance.Next(3) < 2 ? sheets[chance.Next(sheets.Count)] : good.Entries[chance.Next(good.Entries.Count)];
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            foreach (var entry in good.Entries.Where(_ => chance.Next(200) > 0))
            {
                using var text = new StreamReader(entry.Open(), Encoding.UTF8);
                var content = text.ReadToEnd();
                using var part = zip.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(entry == picked ? change(content, chance) : content));
            }
        }

        return file.ToArray();
    }

    private static string OtherLetters(string part, Random chance)
    {
        var letters = part.ToCharArray();
        for (var changes = chance.Next(1, 6); changes > 0 && letters.Length > 0; changes--)
        {
            letters[chance.Next(letters.Length)] = Letters[chance.Next(Letters.Length)];
        }

        return new string(letters);
    }

    private static string OtherContent(string part, Random chance)
    {
        for (var changes = chance.Next(1, 5); changes > 0; changes--)
        {
            var odd = OddTexts[chance.Next(OddTexts.Length)];
            part = chance.Next(7) switch
            {
                0 => One(part, Text(), chance, _ => $">{odd}<"),
                1 => One(part, Attribute(), chance, _ => $"=\"{odd}\""),
                2 => One(part, Row(), chance, row => row + row),
                3 => One(part, Row(), chance, _ => string.Empty),
                4 => One(part, CellElement(), chance, cell => cell + cell),
                5 => One(part, Digits(), chance, _ => chance.Next(4) == 0 ? "1048576" : chance.Next(100_000).ToString(CultureInfo.InvariantCulture)),
                _ => One(part, CellElement(), chance, _ => string.Empty),
            };
        }

        return part;
    }

    /// <summary>Changes the first match from a random place on.</summary>
    private static string One(string part, Regex pattern, Random chance, Func<string, string> change) =>
        pattern.Match(part, chance.Next(part.Length + 1)) is { Success: true } match
            ? string.Concat(part.AsSpan(0, match.Index), change(match.Value), part.AsSpan(match.Index + match.Length))
            : part;

    [GeneratedRegex(">[^<>]{1,40}<")]
    private static partial Regex Text();

    [GeneratedRegex("=\"[^\"]{0,40}\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("<row [^>]*>.*?</row>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<c [^>]*>.*?</c>", RegexOptions.Singleline)]
    private static partial Regex CellElement();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
