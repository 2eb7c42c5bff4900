using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>What a client says of the place where its calls run: <c>classifier_context</c> of Claude Code 2.1.</summary>
internal sealed record SafeguardContext
{
    /// <summary><c>linux</c>, <c>darwin</c> or <c>win32</c>.</summary>
    public string Platform { get; init; } = "linux";

    /// <summary>An absolute path (<c>live_cwd</c>); empty where it is not known.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>An absolute path; empty where it is not known.</summary>
    public string HomeDirectory { get; init; } = "";

    /// <summary>Absolute paths of the directories that the user works in, with where their links lead.</summary>
    public ImmutableArray<string> TrustedDirectories { get; init; } = [];

    /// <summary><c>block_reads_outside_working_directories</c>.</summary>
    public bool BlocksReadsOutside { get; init; }

    /// <summary>The user's permission rules, such as <c>Bash(git push:*)</c>.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    public ImmutableArray<string> Ask { get; init; } = [];

    public ImmutableArray<string> Deny { get; init; } = [];

    // Nobody compares or prints contexts, and the code for it would be long.
    public bool Equals(SafeguardContext? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => nameof(SafeguardContext);
}
