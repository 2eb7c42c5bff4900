using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Hadolint;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Two stages of one name cannot be told apart.</summary>
internal static class DuplicateStageName
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(DuplicateStageName),
        "Give every stage a name of its own, in any case.",
        Repeated) with
    {
        CoveredBy = DL3024.Rule.Id,
    };

    private static IEnumerable<Hit> Repeated(DockerBuild build)
    {
        var names = new HashSet<string>();
        return build.Stages.Where(stage => stage.Alias.Length > 0 && !names.Add(stage.Alias)).Select(stage => new Hit(stage.From.Line));
    }
}
