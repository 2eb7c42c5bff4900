using System.Collections.Immutable;

namespace ContainerSecurity.Findings;

/// <summary>What the suite's exit codes mean.</summary>
internal static class ExitCodes
{
    public const int Passed = 0;

    /// <summary>A gate or a test failed.</summary>
    public const int Failed = 1;

    /// <summary>Bad input, a broken tool, a build that does not compile.</summary>
    public const int CouldNotRun = 2;

    /// <summary>A gate could not see all it must, and the run is strict.</summary>
    public const int Incomplete = 3;

    /// <summary>In the order of help and documents.</summary>
    public static ImmutableArray<(int Value, string Meaning)> All { get; } =
    [
        (Passed, "passed"),
        (Failed, "a gate or a test failed"),
        (CouldNotRun, "could not run: bad input or a broken tool"),
        (Incomplete, "a gate was incomplete under --strict"),
        (130, "interrupted"),
    ];

    public static int For(Verdict verdict, bool strict) => verdict switch
    {
        Verdict.Error => CouldNotRun,
        Verdict.Fail => Failed,
        Verdict.Incomplete when strict => Incomplete,
        _ => Passed,
    };
}
