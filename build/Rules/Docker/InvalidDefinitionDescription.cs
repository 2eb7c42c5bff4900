using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>The comment right above a FROM or an ARG is shown as its description.</summary>
internal static class InvalidDefinitionDescription
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(InvalidDefinitionDescription),
        "Begin the comment above FROM or ARG with the stage's or argument's name, or leave an empty line between.",
        Undescribed) with
    {
        IsOptIn = true,
    };

    private static IEnumerable<Hit> Undescribed(DockerBuild build)
    {
        var directives = build.Dockerfile.Directives.Select(directive => directive.Line).ToHashSet();
        var comments = build.Dockerfile.Comments
            .Where(comment => !directives.Contains(comment.Line))
            .ToDictionary(comment => comment.Line, comment => comment.Text.Trim());
        return
            from instruction in build.Dockerfile.Instructions
            let names = Names(instruction)
            where names.Count > 0
                && comments.TryGetValue(instruction.Line - 1, out var comment)
                && comment.Length > 0
                && !names.Contains(comment.Split(' ')[0])
            select new Hit(instruction.Line);
    }

    private static List<string> Names(Instruction instruction) => instruction switch
    {
        { Keyword: "ARG" } => [.. instruction.RawArguments.Select(word => NameValue.Parse(word).Name)],
        { Keyword: "FROM", RawArguments: [_, _, var name] } => [name.ToLowerInvariant()],
        _ => [],
    };
}
