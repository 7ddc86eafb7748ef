using KpiTracker.Data.Accounts;

namespace KpiTracker.Tests.Data.AccountStore;

internal sealed class PasswordRuleTests
{
    [TestCase("Password1!", PasswordFault.TooShort)]
    [TestCase("ngan qua", PasswordFault.TooShort)]
    [TestCase("Password1234!", PasswordFault.TooCommon)]
    [TestCase("matkhau@123456", PasswordFault.TooCommon)]
    [TestCase("MậtKhẩu@2026!!", PasswordFault.TooCommon)]
    [TestCase("p@ssw0rd2026!", PasswordFault.TooCommon)]
    [TestCase("anhyeuem123456", PasswordFault.TooCommon)]
    [TestCase("HaNoi@VietNam2026", PasswordFault.TooCommon)]
    [TestCase("nguyenvan@@1990", PasswordFault.TooCommon)]
    [TestCase("UBND.TayHo.2026", PasswordFault.TooCommon)]
    [TestCase("123456789012", PasswordFault.TooCommon)]
    [TestCase("qwertyuiopasdf", PasswordFault.TooCommon)]
    [TestCase("aaaaaaaaaaaaaaaa", PasswordFault.TooCommon)]
    [TestCase("xin chao canbo.tayho 2026", PasswordFault.ContainsUserName)]
    public void A_weak_password_is_refused(string password, PasswordFault expected) =>
        Assert.That(PasswordRule.FaultOf(password, "canbo.tayho"), Is.EqualTo(expected));

    [TestCase("con đường đến trường mùa thu")]
    [TestCase("ba con mèo ngủ trưa")]
    [TestCase("hoa hồng vàng ngoài ngõ")]
    [TestCase("sáu con vịt bơi qua sông")]
    public void A_long_phrase_is_taken_without_symbols_or_capitals(string password) =>
        Assert.That(PasswordRule.FaultOf(password, "canbo.tayho"), Is.Null);

    [Test]
    public void Half_a_character_is_a_character_like_any_other() =>
        Assert.That(PasswordRule.FaultOf("m\u0301o\ud800t hai ba bon nam", "canbo.tayho"), Is.Null);

    [Test]
    public void A_password_made_by_chance_is_taken_and_never_the_same()
    {
        var made = Enumerable.Range(0, 50).Select(_ => PasswordRule.Generate()).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(made, Is.Unique);
            Assert.That(made.Select(password => PasswordRule.FaultOf(password, "admin")), Has.All.Null);
        });
    }
}
