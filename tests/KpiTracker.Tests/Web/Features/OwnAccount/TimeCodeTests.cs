using KpiTracker.Web.Features.OwnAccount;

namespace KpiTracker.Tests.Web.Features.OwnAccount;

/// <summary>The codes of an authenticator and the codes for the day it is lost.</summary>
internal sealed class TimeCodeTests
{
    // The key of RFC 6238's test vectors, "12345678901234567890", in base 32; the last six of their eight digits.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [TestCase(59, "287082")]
    [TestCase(1111111109, "081804")]
    [TestCase(1111111111, "050471")]
    [TestCase(1234567890, "005924")]
    [TestCase(2000000000, "279037")]
    [TestCase(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.That(TimeCode.StepOf(Key, code, DateTimeOffset.FromUnixTimeSeconds(seconds)), Is.EqualTo(seconds / 30));

    [TestCase(-30, true)]
    [TestCase(30, true)]
    [TestCase(-60, false)]
    [TestCase(60, false)]
    public void A_clock_may_be_one_step_off(int seconds, bool isTaken) =>
        Assert.That(TimeCode.StepOf(Key, "005924", DateTimeOffset.FromUnixTimeSeconds(1234567890 + seconds)) is not null, Is.EqualTo(isTaken));

    [TestCase("")]
    [TestCase("05924")]
    [TestCase("0005924")]
    [TestCase("٠٠٥٩٢٤")]
    public void Anything_else_is_no_code(string written) =>
        Assert.That(TimeCode.StepOf(Key, written, DateTimeOffset.FromUnixTimeSeconds(1234567890)), Is.Null);

    [Test]
    public void Keys_are_made_by_chance_and_written_for_a_camera()
    {
        var keys = Enumerable.Range(0, 20).Select(_ => TimeCode.NewKey()).ToList();

        Assert.That(keys, Is.Unique.And.All.Match("^[A-Z2-7]{32}$"));
        Assert.That(TimeCode.AddressOf(Key, "cán bộ"), Is.EqualTo($"otpauth://totp/KpiTracker:c%C3%A1n%20b%E1%BB%99?secret={Key}&issuer=KpiTracker&digits=6&period=30"));
    }

    [Test]
    public void Each_recovery_code_is_good_once_however_it_is_typed_and_none_is_kept_in_clear()
    {
        var (codes, kept) = RecoveryCodes.Make();
        var typed = codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal);

        var left = RecoveryCodes.Without(kept, typed);

        Assert.Multiple(() =>
        {
            Assert.That(codes, Has.Count.EqualTo(10).And.Unique);
            Assert.That(codes, Has.None.Matches<string>(code => kept.Contains(code, StringComparison.Ordinal)));
            Assert.That(RecoveryCodes.CountOf(left!), Is.EqualTo(9));
            Assert.That(RecoveryCodes.Without(left!, typed), Is.Null);
            Assert.That(RecoveryCodes.Without(left!, codes[4]), Is.Not.Null);
            Assert.That(RecoveryCodes.IsShaped("123456"), Is.False);
        });
    }
}
