using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.Workflows;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Rules;

/// <summary>A rule about files that start containers or run pipelines: its public code, how bad breaking it is, what is wrong, what to do, and a pure check.</summary>
internal sealed record MisconfigurationRule(string Code, Severity Severity, string Message, string Help)
{
    public required Func<ConfigurationFile, IEnumerable<MisconfigurationHit>> Check { get; init; }

    /// <summary>A rule about what each container asks for.</summary>
    public static MisconfigurationRule EachContainer(
        string code, (Severity Severity, string Message, string Help) text, Func<RequestedContainer, IEnumerable<MisconfigurationHit>> check) =>
        new(code, text.Severity, text.Message, text.Help)
        {
            Check = file => file.Containers.SelectMany(container => check(container)
                .Select(hit => hit with { What = container.Name is { } name ? $"{hit.What} ({name})" : hit.What })),
        };

    /// <summary>A rule about workflows and composite actions.</summary>
    public static MisconfigurationRule OfWorkflow(
        string code, (Severity Severity, string Message, string Help) text, Func<Workflow, IEnumerable<MisconfigurationHit>> check) =>
        new(code, text.Severity, text.Message, text.Help) { Check = file => file.Workflow is { } workflow ? check(workflow) : [] };

    public Finding FindingAt(string path, MisconfigurationHit hit) => new()
    {
        RuleId = Code,
        Severity = Severity,
        Message = $"{Message.TrimEnd('.')}: {SecretMask.Apply(hit.What)}.",
        File = path,
        Line = hit.Line,
        Help = Help,
    };
}
