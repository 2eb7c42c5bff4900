using System.Collections.Immutable;

namespace ContainerSecurity.Formats.ReleasePolicies;

/// <summary>What a project promises of its repository and image, in figures and lists: the file of <c>--policy</c> (docs/policy.md).</summary>
internal sealed record ReleasePolicy
{
    /// <summary>As messages call the file.</summary>
    public required string File { get; init; }

    /// <summary>The folder of the repository, relative to the file's.</summary>
    public string Repository { get; init; } = ".";

    /// <summary>Images that a stage may start from, as globs without tag and digest; <c>scratch</c> and earlier stages always.</summary>
    public ImmutableArray<string> Bases { get; init; } = [];

    /// <summary>Packages that Dockerfiles and devcontainers install.</summary>
    public ImmutableSortedSet<string> Packages { get; init; } = [];

    public ImagePolicy Image { get; init; } = new();

    public DevContainerPolicy DevContainer { get; init; } = new();

    public ImmutableArray<PolicyClaim> Claims { get; init; } = [];
}

/// <summary>What a devcontainer adds to its base besides packages.</summary>
internal sealed record DevContainerPolicy
{
    public ImmutableArray<DeclaredCopy> Copies { get; init; } = [];
}

/// <summary>A file that a stage may copy.</summary>
/// <param name="Source">As COPY names it.</param>
/// <param name="From">The stage of <c>--from</c>; null for the build context.</param>
/// <param name="Tool">The entry of tools.lock.json that pins it; null for a file of the repository.</param>
internal sealed record DeclaredCopy(string Source, string? From, string? Tool);

/// <summary>A claim and the checks that prove it.</summary>
/// <param name="Line">In the policy file, 1-based.</param>
internal sealed record PolicyClaim(string Id, string Name, ImmutableArray<string> Checks, int Line);
