using System.Globalization;
using System.Runtime.InteropServices;

namespace Bench.Servers;

/// <summary>What the kernel knows of a process and its children.</summary>
internal static class ProcessFacts
{
    /// <summary>User and system time so far, to the nanosecond: clock_gettime(2) of the process's own clock, which ended threads stay in.</summary>
    public static TimeSpan Cpu(int pid) => TimeSpan.FromMicroseconds(Tree(pid).Sum(CpuMicroseconds));

    /// <summary>Resident memory now (<c>VmRSS</c>) or the most so far (<c>VmHWM</c>), in MB.</summary>
    public static double Megabytes(int pid, string field) => Tree(pid).Sum(each => StatusKilobytes(each, field)) / 1024;

    private static IEnumerable<int> Tree(int pid)
    {
        var children = File.ReadAllText($"/proc/{pid}/task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return children.SelectMany(child => Tree(int.Parse(child, CultureInfo.InvariantCulture))).Prepend(pid);
    }

    private static double CpuMicroseconds(int pid)
    {
        const int scheduled = 2;
        return GetTime((~pid << 3) | scheduled, out var time) == 0 ? (time.Seconds * 1e6) + (time.Nanoseconds / 1e3) : 0;
    }

    private static double StatusKilobytes(int pid, string field)
    {
        var line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(text => text.StartsWith(field, StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line.Split(':')[1].Replace("kB", "").Trim(), CultureInfo.InvariantCulture);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
