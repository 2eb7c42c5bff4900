using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>The kinds of build checks that Docker has; all are warnings.</summary>
internal static class DockerRule
{
    /// <summary>A check about the names that a FROM gives and takes.</summary>
    public static Rule<DockerBuild> EachStage(string name, string message, Func<BuildStage, bool> isBad) =>
        Over(name, message, build => build.Stages.Where(isBad).Select(stage => new Hit(stage.From.Line)));

    /// <summary>A check about single instructions, as they run.</summary>
    public static Rule<DockerBuild> EachStep(string name, string message, Func<BuildStep, bool> isBad) =>
        Over(name, message, build => build.Steps.Where(isBad).Select(step => new Hit(step.Line)));

    /// <summary>A check about the build as a whole.</summary>
    public static Rule<DockerBuild> Over(string name, string message, Func<DockerBuild, IEnumerable<Hit>> check) =>
        new(name, Severity.Medium, message, PageOf(name)) { Check = check };

    /// <summary><c>FromAsCasing</c> is explained at …/from-as-casing/.</summary>
    private static string PageOf(string name)
    {
        var words = name.Replace("JSON", "Json", StringComparison.Ordinal)
            .Select((letter, index) =>
                index > 0 && char.IsAsciiLetterUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString());
        return $"https://docs.docker.com/reference/build-checks/{string.Concat(words)}/";
    }
}
