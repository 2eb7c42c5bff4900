using System.Collections.Immutable;
using ContainerSecurity.Checkout.Ignoring;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Checkout;

/// <summary>The files that a commit of everything would hold: all but what .gitignore leaves out.</summary>
/// <param name="Files">Relative to the root with <c>/</c>, sorted.</param>
internal sealed record RepositoryTree(ImmutableArray<string> Files, GitIgnoreRules Ignored)
{
    /// <summary>Keys and tokens in the files' text.</summary>
    public ImmutableArray<SecretInText> Secrets { get; init; } = [];
}

/// <summary>A secret in a file of the repository, named by kind and never by value.</summary>
internal sealed record SecretInText(string Kind, Place Place);
