using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>Such a workflow has the secrets of this repository, and a build script of the pull request can take them.</summary>
/// <remarks>High where a condition lets only branches of this repository in, or nobody can see which commit it is.</remarks>
internal static class UntrustedCode
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3007",
        Severity.Critical,
        "A workflow that others can start, with the secrets of this repository, takes their code.",
        "Build their code in a workflow on pull_request, which has no secrets, and hand over nothing but data.")
    {
        Mildest = Severity.High,
        Check = facts => facts.IsPrivileged ? facts.Steps.SelectMany(ForeignCode.In) : [],
    };
}
