using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports;
using ContainerSecurity.Secrets;

namespace ContainerSecurity;

/// <summary>Puts a report that says why in the place of an earlier run's, when a run ends before its gates have judged.</summary>
internal static class UnfinishedRun
{
    private const string Output = "--output";

    /// <summary>Of a run that the host has ended.</summary>
    public static void Report(BuildRun run)
    {
        if (run.State.ExitCode is null && run.State.Judges != false)
            Report(run.Paths, run.State.Failure ?? "the run ended before its first task; what it printed says why.");
    }

    /// <summary>Of a run whose arguments are bad, so that of them only the folder is looked for.</summary>
    public static void Report(BuildPaths paths, IReadOnlyList<string> arguments, string why)
    {
        var at = arguments.ToList().FindLastIndex(argument => argument == Output || argument.StartsWith(Output + "=", StringComparison.Ordinal));
        var output = at < 0 ? null
            : arguments[at].Length > Output.Length ? arguments[at][(Output.Length + 1)..]
            : arguments.ElementAtOrDefault(at + 1);
        Report(string.IsNullOrWhiteSpace(output) ? paths : paths with { Output = Path.GetFullPath(output) }, why);
    }

    private static void Report(BuildPaths paths, string why)
    {
        try
        {
            ReportFiles.Write(ScanReport.CouldNotRun(SecretMask.Apply(why)), paths.Reports);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Console.Error.WriteLine($"Error: the reports in {paths.Reports} could not be replaced, and may be of an earlier run: {closed.Message}");
        }
    }
}
