using System.Collections.Immutable;
using Build.Tests.Architecture;
using Build.Tests.Secrets;
using ContainerSecurity;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Options;
using ContainerSecurity.Rules;
using ContainerSecurity.Rules.Containers;
using ContainerSecurity.Rules.Docker;
using ContainerSecurity.Rules.Dockerfiles;
using ContainerSecurity.Rules.Hadolint;
using ContainerSecurity.Rules.Standards;
using ContainerSecurity.Rules.Workflows;
using ContainerSecurity.Secrets;
using Tests.Shared.Documentation;

namespace Build.Tests.Documentation;

/// <summary>What the documents show of the suite's own tables.</summary>
internal static class GeneratedSections
{
    private const string Options = "docs/options.md";
    private const string Gates = "docs/gates.md";
    private const string Rules = "docs/rules.md";
    private const string Policy = "docs/policy.md";

    public static IReadOnlyList<DocumentSection> All { get; } =
    [
        new("docs/architecture.md", "layers build", BuildLayers.Order.Table),
        new(Options, "targets build", MarkdownTable.Create(
            ["target", "what it does"],
            HelpText.Targets,
            target => [Code(target.Name), target.Description])),
        new(Options, "options build", MarkdownTable.Create(["option", "meaning"], OptionTable.All, option => [Code(option.Usage), option.Meaning])),
        new(Options, "exit-codes build", MarkdownTable.Create(["exit code", "meaning"], ExitCodes.All, code => [$"{code.Value}", code.Meaning])),
        new(Gates, "gates build", MarkdownTable.Create(
            ["gate", "what it judges", "reference engine", "without that engine"],
            GateDescriptions(),
            gate => [Code(gate.Name), gate.Subject, gate.Engine, gate.WithoutEngine])),
        new(Rules, "dockerfile-rules build", MarkdownTable.Create(
            ["rule", "level", "what is wrong", "what to do"],
            DockerfileRules.All,
            rule => [rule.Id, HadolintLevel.NameOf(rule.Severity), rule.Message, rule.Help])),
        new(Rules, "container-rules build", MarkdownTable.Create(["rule", "severity", "what is wrong", "what to do"], ContainerRules.All, Row)),
        new(Rules, "workflow-rules build", MarkdownTable.Create(["rule", "severity", "what is wrong", "what to do"], WorkflowRules.All, Row)),
        new(Rules, "builder-rules build", MarkdownTable.Create(["rule", "what is refused"], BuildRules.All, rule => [$"{rule.Rule}", rule.Meaning])),
        new(Rules, "secret-rules build", MarkdownTable.Create(
            ["rule", "severity", "what is found"],
            SecretRules.All.DistinctBy(rule => rule.Id),
            rule => [Code(rule.Id), Lower(rule.Severity), rule.Title])),
        new(Rules, "secret-corpus build", MarkdownTable.Create(
            ["form", "rule", "real-looking, found", "placeholders, told"],
            SecretFormats.All,
            format => [format.Name, Code(format.Rule), SecretCorpus.Recall(format), SecretCorpus.FalseAlarms(format)])),
        new(Rules, "hadolint-rules build", MarkdownTable.Create(
            ["rule", "level", "what to do"],
            HadolintRules.All,
            rule => [Link(rule), rule.IsOptIn ? "ignore" : HadolintLevel.NameOf(rule.Severity), rule.Message])),
        new(Rules, "docker-checks build", MarkdownTable.Create(
            ["check", "what to do"],
            DockerRules.All,
            check => [check.IsOptIn ? $"{Link(check)} (experimental)" : Link(check), check.Message])),
        new(Rules, "claims build", MarkdownTable.Create(
            ["claim", "measure of SECURITY.md", "checks"],
            OwnPolicy().Claims,
            claim => [claim.Id, claim.Name, string.Join(", ", claim.Checks.Select(Code))])),
        new(Rules, "claim-checks build", MarkdownTable.Create(
            ["check", "looks at", "what holds", "planted to see that it would be seen"],
            CheckRegistry.All,
            check => [Code(check.Id), Lower(check.Subject), check.Meaning, string.Join("; ", check.Defects.Select(defect => defect.What))])),
        new(Rules, "dockle build", Peers(PeerCoverage.Dockle)),
        new(Rules, "standards build", MarkdownTable.Create(
            ["standard", "control", "asks for", "covered by"],
            Standard.All.SelectMany(standard => standard.Controls, (standard, control) => (standard.Name, Control: control)),
            row => [row.Name, row.Control.Id, row.Control.Title, Covered(row.Control)])),
        new(Policy, "policy-fields build", Fields(PolicyFields.Policy)),
        new(Policy, "policy-image-fields build", Fields(PolicyFields.Image)),
        new(Policy, "policy-base-fields build", Fields(PolicyFields.Base)),
        new(Policy, "policy-certificates-fields build", Fields(PolicyFields.Certificates)),
        new(Policy, "policy-devcontainer-fields build", Fields(PolicyFields.DevContainer)),
        new(Policy, "policy-copy-fields build", Fields(PolicyFields.Copy)),
        new(Policy, "policy-claim-fields build", Fields(PolicyFields.Claim)),
    ];

    private static string Covered(Control control) => control.WhyNot is { } why
        ? $"not covered: {why}"
        : string.Join(", ", control.CoveredBy.Select(source => source.StartsWith("gate ", StringComparison.Ordinal) ? source : Code(source)));

    private static IEnumerable<string> Peers(ImmutableArray<PeerCheck> checks) =>
        MarkdownTable.Create(["check", "what it looks for", "here"], checks, check => [check.Id, check.What, check.Here]);

    private static IEnumerable<string> Fields(ImmutableArray<PolicyField> fields) =>
        MarkdownTable.Create(["field", "what it holds", "meaning"], fields, field => [Code(field.Name), field.Form, field.Meaning]);

    private static ReleasePolicy OwnPolicy()
    {
        var file = BuildPaths.Find().Policy;
        return ReleasePolicyReader.Read("build/policy.yaml", File.ReadAllText(file));
    }

    private static IEnumerable<GateDescription> GateDescriptions()
    {
        var paths = BuildPaths.Find();
        var run = new BuildRun(CommandLine.Parse([], paths.Root).Options, paths, CancellationToken.None);
        return AllGates.Create(TrivySuite.Create(run.Tools, run.Runner)).Select(gate => gate.Description);
    }

    private static string[] Row<T>(Rule<T> rule) => [rule.Id, SeverityOf(rule), rule.Message, rule.Help];

    private static string SeverityOf<T>(Rule<T> rule) =>
        rule.Mildest is { } mildest ? $"{Lower(rule.Severity)} to {Lower(mildest)}" : Lower(rule.Severity);

    private static string Link<T>(Rule<T> rule) => $"[{rule.Id}]({rule.Help})";

    private static string Code(string text) => $"`{text}`";

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
