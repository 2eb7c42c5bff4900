using System.Globalization;

namespace ClaudeCodeProxy.Cli.Processes;

/// <summary>A proxy that <c>start</c> started, as its record file remembers it.</summary>
/// <param name="startTime">The kernel's, in ticks since boot: with it a process id means one process, even after the id was reused.</param>
internal sealed class BackgroundProxy(int pid, string startTime, string instance)
{
    public int Pid => pid;

    public string StartTime => startTime;

    public string Instance => instance;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public bool IsRunning => FindStartTime(Pid) == StartTime;

    public static BackgroundProxy? Find(StateFolder folder, int port)
    {
        try
        {
            var parts = File.ReadAllText(folder.RecordFile(port)).Split('\n');
            return parts.Length >= 3 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && pid > 1
                ? new BackgroundProxy(pid, parts[1], parts[2])
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static BackgroundProxy Create(int pid, string instance) => new(pid, FindStartTime(pid) ?? "", instance);

    /// <summary>Created as a new file, never through a link that someone else has put there.</summary>
    public void Save(StateFolder folder, int port)
    {
        File.Delete(folder.RecordFile(port));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        using var writer = new StreamWriter(folder.RecordFile(port), options);
        writer.Write($"{Pid}\n{StartTime}\n{Instance}\n");
    }

    private static string? FindStartTime(int pid) =>
        ProcessFields.Read($"{pid}") is { IsRunning: true, StartTime: var time } ? time : null;
}
