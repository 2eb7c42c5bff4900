using System.Collections.Immutable;

namespace ContainerSecurity.Processes;

/// <summary>One run of a program, as a value: nothing starts until a runner gets it.</summary>
internal sealed record ToolCommand
{
    /// <summary>Absolute path of the executable, or a name the runner looks up on PATH (Debian's own tools only).</summary>
    public required string Executable { get; init; }

    /// <summary>One argument an item; never joined.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Added to the scrubbed environment; a null value removes a variable.</summary>
    public ImmutableSortedDictionary<string, string?> Environment { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    /// <summary>Lets the user's proxy and CA variables through to the program.</summary>
    public bool UsesNetwork { get; init; }

    /// <summary>Texts that no log line and no error may show, wherever they appear.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    public string? WorkingDirectory { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>Exit codes that are an answer; any other is a failed tool.</summary>
    public ImmutableArray<int> AcceptedExitCodes { get; init; } = [0];

    /// <summary>Receives each line of stdout as it comes, for long runs that people watch; null for the rest.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>Whether an error may quote stdout where stderr is silent: not where it is a report, which may show a secret.</summary>
    public bool MayQuoteOutput { get; init; } = true;

    /// <summary>Most bytes taken from each of stdout and stderr; more is a failed tool.</summary>
    public int OutputLimit { get; init; } = 64 * 1024 * 1024;
}
