using System.Runtime.InteropServices;

namespace ClaudeCodeProxy.Cli.Processes;

/// <summary>
/// How many files the process may have open, connections included: a soft limit of often 1,024, which it may raise up to a hard one (getrlimit(2)).
/// </summary>
internal static unsafe partial class OpenFiles
{
    private const int NoFile = 7;

    /// <summary>Raises the soft limit to the hard one and returns what counts then.</summary>
    public static int RaiseLimit()
    {
        Limits limits;
        if (getrlimit(NoFile, &limits) != 0)
            return int.MaxValue;
        var raised = limits with { Soft = limits.Hard };
        var counting = setrlimit(NoFile, &raised) == 0 ? raised.Soft : limits.Soft;
        return (int)Math.Min(counting, int.MaxValue);
    }

    [LibraryImport("libc")]
    private static partial int getrlimit(int resource, Limits* limits);

    [LibraryImport("libc")]
    private static partial int setrlimit(int resource, Limits* limits);

    /// <summary>As <c>struct rlimit</c> on 64-bit Linux.</summary>
    private struct Limits
    {
        public nuint Soft;
        public nuint Hard;
    }
}
