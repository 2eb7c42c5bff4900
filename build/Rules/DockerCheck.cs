using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules;

/// <summary>One of Docker's build checks: its public name, what to do instead, and a pure check over the build.</summary>
internal sealed record DockerCheck(string Name, string Message, Func<DockerBuild, IEnumerable<LintHit>> Check)
{
    /// <summary>Off unless the directive turns it on.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>The rule of Hadolint that says the same; its finding counts for this check.</summary>
    public LintRule? Twin { get; init; }

    /// <summary>The page that explains the check.</summary>
    public string Help => HelpFor(Name);

    /// <summary>A check about the names that a FROM gives and takes.</summary>
    public static DockerCheck EachStage(string name, string message, Func<BuildStage, bool> isBad) =>
        new(name, message, build => build.Stages.Where(isBad).Select(stage => new LintHit(stage.From.Line)));

    /// <summary>A check about single instructions, as they run.</summary>
    public static DockerCheck EachStep(string name, string message, Func<BuildStep, bool> isBad) =>
        new(name, message, build => build.Steps.Where(isBad).Select(step => new LintHit(step.Line)));

    /// <summary><c>FromAsCasing</c> is explained at …/from-as-casing/.</summary>
    public static string HelpFor(string name)
    {
        var words = name.Replace("JSON", "Json", StringComparison.Ordinal)
            .Select((letter, index) => index > 0 && char.IsAsciiLetterUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString());
        return $"https://docs.docker.com/reference/build-checks/{string.Concat(words)}/";
    }
}
