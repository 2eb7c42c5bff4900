using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Options;

/// <summary>What a release asks of the options: both platforms, strictly judged, and nothing left out.</summary>
internal static class ReleaseOptions
{
    private const string Target = "Release";

    /// <summary>In this order in the index, on whichever machine.</summary>
    private static readonly ImmutableArray<string> Platforms = ["linux-x64", "linux-arm64"];

    public static bool Are(IEnumerable<string> hostArguments) =>
        hostArguments.Any(argument => argument[(argument.IndexOf('=') + 1)..].Equals(Target, StringComparison.OrdinalIgnoreCase));

    /// <param name="given">Names of the options that the user gave.</param>
    /// <exception cref="InputException">One of them would make less than a release.</exception>
    public static BuildOptions Require(BuildOptions options, IReadOnlyCollection<string> given)
    {
        string[] narrowing = ["image", "input", "policy", "quick", "dockerfile", "rid"];
        if (narrowing.FirstOrDefault(given.Contains) is { } name)
            throw new InputException($"--{name}: a release holds both platforms, built here, all of it judged. Leave the option out.");
        if (options.FailOn > Severity.High)
            throw new InputException("--fail-on=critical: a release has no finding of severity high. Leave the option out, or be stricter.");
        return options with { Strict = true, Rids = Platforms };
    }
}
