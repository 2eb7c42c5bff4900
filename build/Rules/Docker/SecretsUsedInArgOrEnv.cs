using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Arguments and variables can be read from the image.</summary>
internal static partial class SecretsUsedInArgOrEnv
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(SecretsUsedInArgOrEnv),
        "ARG and ENV are visible in the image; give secrets with `RUN --mount=type=secret`.",
        build =>
            from step in build.Steps
            where step.Keyword is "ARG" or "ENV"
            from name in step.Words.Select(word => NameValue.Parse(word).Name)
            where Secret().IsMatch(name) && !Harmless().IsMatch(name)
            select new Hit(
                step.Line)
            {
                Message = $"`{name}` looks like a secret, and {step.Keyword} is visible in the image; give it with `RUN "
                    + "--mount=type=secret`."
            });

    [GeneratedRegex(
        "(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex("(?:_|^)(?:public|file|version)(?:_|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
