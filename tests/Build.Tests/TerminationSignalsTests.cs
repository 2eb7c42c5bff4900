using System.Diagnostics;
using System.Globalization;
using ContainerSecurity;

namespace Build.Tests;

public sealed class TerminationSignalsTests
{
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_cancels_the_token_and_is_the_exit_code(string signal, int exitCode)
    {
        using var interrupt = new TerminationSignals();
        var cancelled = new TaskCompletionSource();
        using var registration = interrupt.Token.Register(cancelled.SetResult);

        await SendAsync(signal);

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(exitCode, interrupt.ExitCode(2));
    }

    [Fact]
    public async Task A_signal_that_comes_twice_at_once_leaves_time_to_clean_up()
    {
        using var interrupt = new TerminationSignals();

        await SendAsync("TERM");
        await SendAsync("TERM");

        Assert.Equal(143, interrupt.ExitCode(2));
    }

    [Fact]
    public void Without_a_signal_the_exit_code_is_the_runs()
    {
        using var interrupt = new TerminationSignals();

        Assert.False(interrupt.Token.IsCancellationRequested);
        Assert.Equal(3, interrupt.ExitCode(3));
    }

    private static async Task SendAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
