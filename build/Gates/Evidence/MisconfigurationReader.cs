using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Gates.Inputs;
using ContainerSecurity.Rules.Containers;
using ContainerSecurity.Rules.Workflows;
using ContainerSecurity.Rules.Workflows.Facts;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>Judges every compose file, devcontainer.json, workflow and action of a checkout; what cannot be read is a finding.</summary>
internal static class MisconfigurationReader
{
    /// <summary>The code of a file that nobody can judge.</summary>
    public const string UnreadableCode = "CS2000";

    public static OwnMisconfigurations Read(RepositoryFiles tree, CancellationToken cancellation) =>
        Read(ConfigurationInputReader.Read(tree, cancellation), cancellation);

    public static OwnMisconfigurations Read(ConfigurationInputs inputs, CancellationToken cancellation)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var file in inputs.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.AddRange(Judge(file));
        }

        findings.AddRange(inputs.Problems.Select(problem => Unreadable(problem.Place, problem.Why)));
        return new OwnMisconfigurations([.. findings.Distinct()], inputs.Paths) { Unread = inputs.Unknown };
    }

    public static IEnumerable<Finding> Judge(ConfigurationFile file) =>
    [
        .. from rule in ContainerRules.All
           from container in file.Containers
           from hit in rule.Check(container)
           select rule.FindingAt(file.Path, container.Name is { } name ? hit with { What = $"{hit.What} ({name})" } : hit),
        .. file.Workflow is { } workflow ? Judge(file.Path, new WorkflowFacts(workflow)) : [],
        .. file.Workflow?.MissingBody is { } missing
            ? [Unreadable(Place.At(file.Path, file.Workflow.Root.Line), missing)]
            : ImmutableArray<Finding>.Empty,
    ];

    private static IEnumerable<Finding> Judge(string path, WorkflowFacts workflow) =>
        from rule in WorkflowRules.All
        from hit in rule.Check(workflow)
        select rule.FindingAt(path, hit);

    public static Finding Unreadable(Place place, string why) => new()
    {
        RuleId = UnreadableCode,
        Severity = Severity.High,
        Message = $"The file cannot be judged: {SecretMask.Apply(why.TrimEnd('.'))}.",
        File = place.File,
        Line = place.Line,
        Help = "Correct the file: what cannot be read may hide anything.",
    };
}

/// <summary>What the suite's own rules found, and in which files they looked.</summary>
internal sealed record OwnMisconfigurations(ImmutableArray<Finding> Findings, ImmutableArray<string> Files)
{
    /// <summary>YAML files whose names say nothing, and whose text cannot be read either; with the reason.</summary>
    public ImmutableArray<string> Unread { get; init; } = [];
}
