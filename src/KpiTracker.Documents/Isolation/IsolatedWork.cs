using System.ComponentModel;
using System.Diagnostics;
using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Isolation;

/// <summary>
/// Runs a verb of <see cref="IsolatedVerbs"/> in a child process with a heap limit and a deadline: whatever an upload does to a program,
/// it does to the child. At most <see cref="IsolatedLimits.AtOnce"/> run at a time.
/// </summary>
internal sealed class IsolatedWork : IDisposable
{
    private readonly TurnQueue _turns = new(IsolatedLimits.AtOnce, IsolatedLimits.Waiting);

    /// <summary>The process has one, so that its limits are the process's.</summary>
    public static IsolatedWork Shared { get; } = new();

    /// <param name="input">Path of the file to work on.</param>
    /// <param name="output">Path of the file to write; written only by the child.</param>
    /// <param name="request">What else the verb has to know; read by the child from its input stream.</param>
    /// <param name="deadline">Of the child's own processor time: on a busy machine a good file is not refused for having had to wait. By the clock it has <see cref="IsolatedLimits.Patience"/> times as long.</param>
    public IsolatedEnding Run(string verb, string input, string output, ReadOnlyMemory<byte> request, TimeSpan deadline, long heapBytes = IsolatedLimits.HeapBytes)
    {
        if (!_turns.TryEnter())
        {
            return new IsolatedEnding.Refused(UnreadableReason.Busy);
        }

        try
        {
            using var child = new Process { StartInfo = ProductProgram.Start([verb, input, output], heapBytes) };
            child.Start();
            return Follow(child, request, deadline);
        }
        catch (Win32Exception noProgram)
        {
            return new IsolatedEnding.Failed(noProgram.Message);
        }
        finally
        {
            _turns.Leave();
        }
    }

    public void Dispose() => _turns.Dispose();

    private static IsolatedEnding Follow(Process child, ReadOnlyMemory<byte> request, TimeSpan deadline)
    {
        var clock = Stopwatch.StartNew();
        var said = HeadAsync(child.StandardOutput);
        var complained = HeadAsync(child.StandardError);
        var asked = AskAsync(child, request);
        var isLate = false;
        while (!child.WaitForExit(IsolatedLimits.LookEvery))
        {
            if (clock.Elapsed > deadline * IsolatedLimits.Patience || WorkOf(child) > deadline)
            {
                isLate = true;
                child.Kill(entireProcessTree: true);
            }
        }

        Task.WaitAll(said, complained, asked);
        return child.ExitCode switch
        {
            _ when isLate => new IsolatedEnding.TooSlow(),
            IsolatedVerbs.Done => new IsolatedEnding.Done(),
            IsolatedVerbs.Refused when Enum.TryParse<UnreadableReason>(said.Result.Trim(), out var reason) => new IsolatedEnding.Refused(reason),
            var code => new IsolatedEnding.Failed($"{code} after {clock.ElapsedMilliseconds} ms: {complained.Result}"),
        };
    }

    private static TimeSpan WorkOf(Process child)
    {
        try
        {
            return child.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            return TimeSpan.Zero;
        }
    }

    private static async Task AskAsync(Process child, ReadOnlyMemory<byte> request)
    {
        try
        {
            await child.StandardInput.BaseStream.WriteAsync(request).ConfigureAwait(false);
            child.StandardInput.Close();
        }
        catch (IOException)
        {
            // The child ended before it had read all; how it ended says the rest.
        }
    }

    /// <summary>Reads to the end, so that the child never waits for us, and keeps the beginning.</summary>
    private static async Task<string> HeadAsync(StreamReader stream)
    {
        var kept = new System.Text.StringBuilder();
        var buffer = new char[1024];
        int read;
        while ((read = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            kept.Append(buffer, 0, Math.Min(read, IsolatedLimits.SaidCharacters - kept.Length));
        }

        return kept.ToString();
    }
}
