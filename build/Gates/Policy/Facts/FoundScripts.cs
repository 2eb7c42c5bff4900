using System.Collections.Immutable;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Gates.Policy.Facts;

/// <summary>The scripts of a repository.</summary>
/// <param name="Unread">Why others could not be read: nobody knows what they do.</param>
internal sealed record FoundScripts(ImmutableArray<Script> Scripts, ImmutableArray<string> Unread);
