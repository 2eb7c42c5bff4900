using System.Runtime.InteropServices;

namespace Bench.Load;

/// <summary>Sleeps by microseconds, where a timer of .NET knows milliseconds; about 60 µs late.</summary>
internal static class PreciseSleep
{
    public static void For(TimeSpan time) => _ = Sleep((uint)Math.Max(1, time.TotalMicroseconds));

    [DllImport("libc", EntryPoint = "usleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sleep(uint microseconds);
}
