using System.Text;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Periods;
using KpiTracker.Tests.Documents;
using KpiTracker.Web.Features.Batches;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Tests.Web.Batches;

internal sealed class BatchResultsTests
{
    [Test]
    public void A_file_name_never_becomes_a_formula_and_the_rest_stays_as_it_is()
    {
        var ward = Reports.Registers.Units.Find("00109", Reports.May)!;
        BatchRow[] rows =
        [
            new(1, "=HYPERLINK(\"x\";\"y\").xlsx", null, null, BatchFileState.Unreadable, "Damaged", 0, 0, 0, 0, null),
            new(2, "bình thường.xlsx", null, ward, BatchFileState.Kept, null, 0, 0, 1, 11, 7),
        ];
        var csv = Encoding.UTF8.GetString(BatchResults.Write(new BatchOverview(Guid.Empty, ward, new ReportingPeriod(2025, 5), default, rows, []), Texts()));
        Assert.That(csv, Does.Contain("1,\"'=HYPERLINK(\"\"x\"\";\"\"y\"\").xlsx\","));
        Assert.That(csv, Does.Contain("2,bình thường.xlsx,00109,Phường Bưởi,"));
        Assert.That(csv, Does.Contain("BC-202505-000007"));
    }

    [TestCaseSource(nameof(Keys))]
    public void Every_reason_has_a_sentence_of_its_own(string key) =>
        Assert.That(Texts().Reason(key), Is.Not.Empty.And.Not.EqualTo(Texts()["Reason.Broken"].Value));

    private static IEnumerable<string> Keys() =>
    [
        BatchReasons.SameWard, BatchReasons.NoWardNamed, BatchReasons.OtherUnit, BatchReasons.SeveralNamed, BatchReasons.NothingToKeep, BatchReasons.NotYours,
        BatchReasons.DraftGone, BatchReasons.OtherChosen, BatchReasons.LeftByYou,
        .. Enum.GetNames<KpiTracker.Documents.Gate.UnreadableReason>().SelectMany(name => new[] { name, BatchReasons.Archive + name }),
        .. new[] { "Folder", "SystemFile", "Unfinished", "Archive", "Other" }.Select(kind => BatchReasons.Entry + kind),
    ];

    private static IStringLocalizer<BatchesTexts> Texts() =>
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<BatchesTexts>>();
}
