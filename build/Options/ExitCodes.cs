using System.Collections.Immutable;

namespace ContainerSecurity.Options;

/// <summary>Exit codes of the suite beside those that <see cref="Findings.ScanReport.ExitCode"/> derives.</summary>
internal static class ExitCodes
{
    public const int Passed = 0;

    /// <summary>A gate or a test failed.</summary>
    public const int Failed = 1;

    /// <summary>Bad input, a broken tool, a build that does not compile.</summary>
    public const int CouldNotRun = 2;

    /// <summary>In the order of help and documents.</summary>
    public static ImmutableArray<(int Value, string Meaning)> All { get; } =
    [
        (Passed, "passed"),
        (Failed, "a gate or a test failed"),
        (CouldNotRun, "could not run: bad input or a broken tool"),
        (3, "a gate was incomplete under --strict"),
        (130, "interrupted"),
    ];
}
