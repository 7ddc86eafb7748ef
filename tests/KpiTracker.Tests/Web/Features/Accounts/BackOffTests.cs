using KpiTracker.Tests.Web.Hosting;
using KpiTracker.Web.Features.Accounts;

namespace KpiTracker.Tests.Web.Features.SigningIn;

/// <summary>Whoever guesses waits longer each time; whose name it is does not.</summary>
internal sealed class BackOffTests
{
    private readonly PinnedTime _time = new();
    private BackOff _backOff = null!;

    [SetUp]
    public void Begin() => _backOff = new BackOff(_time);

    [Test]
    public void After_five_tries_each_further_one_waits_twice_as_long_up_to_a_quarter_of_an_hour()
    {
        List<double> waits = [];
        Guess(4, "10.0.0.1");
        for (var further = 0; further < 6; further++)
        {
            Assert.That(_backOff.Begin("canbo", "10.0.0.1"), Is.Null);
            var wait = _backOff.Begin("canbo", "10.0.0.1")!.Value;
            waits.Add(wait.TotalMinutes);
            _time.Now += wait;
        }

        Assert.That(waits, Is.EqualTo(new[] { 1, 2, 4, 8, 15, 15 }));
    }

    [Test]
    public void The_owner_at_another_address_is_not_held_up()
    {
        Guess(6, "10.0.0.1");

        Assert.That(_backOff.Begin("canbo", "10.0.0.2"), Is.Null);
    }

    [Test]
    public void Capitals_and_a_name_that_never_ends_are_no_way_round()
    {
        Guess(5, "10.0.0.1");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            _backOff.Begin(new string('a', 300) + attempt, "10.0.0.1");
        }

        Assert.Multiple(() =>
        {
            Assert.That(_backOff.Begin("CANBO", "10.0.0.1"), Is.Not.Null);
            Assert.That(_backOff.Begin(new string('a', 300) + "x", "10.0.0.1"), Is.Not.Null);
        });
    }

    [Test]
    public void A_right_password_and_an_hour_without_tries_wipe_it_out()
    {
        Guess(4, "10.0.0.1");
        _backOff.Forgive("canbo", "10.0.0.1");
        Guess(4, "10.0.0.1");
        _time.Now += BackOff.Memory;
        Guess(4, "10.0.0.1");

        Assert.That(_backOff.Begin("canbo", "10.0.0.1"), Is.Null);
    }

    [Test]
    public void A_try_that_was_not_made_does_not_wipe_out_those_that_were_wrong()
    {
        Guess(4, "10.0.0.1");
        Assert.That(_backOff.Begin("canbo", "10.0.0.1"), Is.Null);
        _backOff.TakeBack("canbo", "10.0.0.1");
        Assert.That(_backOff.Begin("canbo", "10.0.0.1"), Is.Null, "the fifth is still free");

        Assert.That(_backOff.Begin("canbo", "10.0.0.1"), Is.EqualTo(BackOff.FirstWait));
    }

    [Test]
    public void A_flood_of_names_does_not_fill_the_memory()
    {
        for (var name = 0; name < BackOff.MostRemembered * 2; name++)
        {
            _backOff.Begin(name.ToString(System.Globalization.CultureInfo.InvariantCulture), "10.0.0.1");
        }

        Guess(5, "10.0.0.2");
        Assert.That(_backOff.Begin("canbo", "10.0.0.2"), Is.Not.Null);
    }

    private void Guess(int tries, string address)
    {
        for (var attempt = 0; attempt < tries; attempt++)
        {
            _backOff.Begin("canbo", address);
        }
    }
}
