using KpiTracker.Web.Features.Accounts;

namespace KpiTracker.Tests.Web.Features.SigningIn;

/// <summary>How many passwords are checked at once, and for whom.</summary>
internal sealed class HashingTurnsTests
{
    [Test]
    public async Task A_flood_from_one_address_is_cut_and_leaves_the_turn_to_others()
    {
        using var turns = new HashingTurns();
        var open = new TaskCompletionSource();
        var (running, most) = (0, 0);
        async Task<string> WorkAsync()
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await open.Task;
            Interlocked.Decrement(ref running);
            return "checked";
        }

        var flood = Enumerable.Range(0, 200).Select(_ => turns.RunAsync("10.0.0.1", WorkAsync)).ToList();
        var owner = turns.RunAsync("10.0.0.2", WorkAsync);
        var refused = flood.Count(f => f.IsCompleted);
        open.SetResult();
        var answers = await Task.WhenAll(flood);

        Assert.Multiple(async () =>
        {
            Assert.That(await owner, Is.EqualTo("checked"));
            Assert.That(refused, Is.EqualTo(200 - 21), "one at work, twenty waiting");
            Assert.That(answers.Count(a => a is null), Is.EqualTo(refused));
            Assert.That(most, Is.LessThanOrEqualTo(Math.Max(1, Environment.ProcessorCount / 2)));
        });
    }
}
