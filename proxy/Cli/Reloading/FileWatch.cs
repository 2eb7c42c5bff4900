namespace ClaudeCodeProxy.Cli.Reloading;

/// <summary>
/// Reloads when a file of the configuration has changed and has then stayed the same for one interval: a half-written one is not read.
/// </summary>
internal static class FileWatch
{
    /// <summary>Runs until it is cancelled.</summary>
    public static async Task RunAsync(ConfigurationReload reload, TimeSpan interval, CancellationToken cancellationToken)
    {
        var read = new WatchedFiles(reload.Files);
        var last = read;
        using var timer = new PeriodicTimer(interval);
        while (await TicksAsync(timer, cancellationToken))
        {
            var now = new WatchedFiles(reload.Files);
            if (!now.IsLike(read) && now.IsLike(last))
            {
                read = now;
                reload.Run(isAsked: false);
            }

            last = now;
        }
    }

    private static async ValueTask<bool> TicksAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
