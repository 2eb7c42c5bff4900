using System.Collections.Immutable;

namespace ContainerSecurity.Images.Building;

/// <summary>The rules of the built-in builder in words, for the documents.</summary>
internal static class BuildRules
{
    public static ImmutableArray<(BuildRule Rule, string Meaning)> All { get; } =
    [
        (BuildRule.CS1, "An instruction, flag or form that the built-in builder does not execute."),
        (BuildRule.CS2, "A COPY source that is not in the build context."),
        (BuildRule.CS3, "A value that means nothing, or something else than it says."),
    ];
}
