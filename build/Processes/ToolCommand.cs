using System.Collections.Immutable;

namespace ContainerSecurity.Processes;

/// <summary>One run of a program; nothing starts until a runner receives it.</summary>
internal sealed record ToolCommand
{
    /// <summary>Absolute path of the executable, or a name the runner looks up on PATH (Debian's own tools only).</summary>
    public required string Executable { get; init; }

    /// <summary>One item for each argument; never joined.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Added to the scrubbed environment; a null value removes a variable.</summary>
    public ImmutableSortedDictionary<string, string?> Environment { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    /// <summary>Whether the program receives the user's proxy and CA variables.</summary>
    public bool UsesNetwork { get; init; }

    /// <summary>Texts that are masked in every log line and error.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    public string? WorkingDirectory { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>How much memory it may ask for, where the system can hold it to that; more makes it fail.</summary>
    public int? MostMegabytes { get; init; }

    /// <summary>Exit codes with a usable result; any other means that the tool failed.</summary>
    public ImmutableArray<int> AcceptedExitCodes { get; init; } = [0];

    /// <summary>Receives each line of stdout immediately, for long runs with visible progress; otherwise null.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>Whether an error may quote stdout when stderr is empty; false for reports, which may contain a secret.</summary>
    public bool MayQuoteOutput { get; init; } = true;

    /// <summary>The largest accepted size of stdout and of stderr, in bytes; more means that the tool failed.</summary>
    public int OutputLimit { get; init; } = 64 * 1024 * 1024;
}
