using System.Collections.Immutable;

namespace ContainerSecurity.Tools.ShellCheck;

/// <summary>What ShellCheck said about texts.</summary>
/// <param name="Comments">By the text; one without any has none.</param>
/// <param name="Unjudged">The texts that it could not judge, each with the reason.</param>
internal sealed record ShellCheckAnswers(ILookup<string, ShellCheckComment> Comments, ImmutableDictionary<string, string> Unjudged);
