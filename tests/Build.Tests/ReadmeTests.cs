using ContainerSecurity;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Options;
using ContainerSecurity.Rules;
using ContainerSecurity.Rules.Containers;
using ContainerSecurity.Rules.Docker;
using ContainerSecurity.Rules.Dockerfiles;
using ContainerSecurity.Rules.Hadolint;
using ContainerSecurity.Rules.Workflows;
using Tests.Shared;

namespace Build.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_table_of_targets_is_that_of_the_tasks() =>
        ReadmeTable.AssertIs("targets", ["| target | what it does |", "|---|---|", .. HelpText.Targets.Select(target => $"| `{target.Name}` | {target.Description} |")]);

    [Fact]
    public void The_table_of_options_is_that_of_the_command_line() =>
        ReadmeTable.AssertIs("options", ["| option | meaning |", "|---|---|", .. OptionTable.All.Select(option => $"| `{option.Usage.Replace("|", "\\|")}` | {option.Meaning} |")]);

    [Fact]
    public void The_table_of_rules_is_that_of_the_built_in_engine() =>
        ReadmeTable.AssertIs("rules", ["| rule | level | what to do |", "|---|---|---|", .. HadolintRules.All.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => $"| {rule.Id} | {(rule.IsOptIn ? "ignore" : HadolintLevel.NameOf(rule.Severity))} | {rule.Message.Replace("|", "\\|")} |")]);

    [Fact]
    public void The_table_of_Dockers_checks_is_that_of_the_list() =>
        ReadmeTable.AssertIs("checks", ["| check | what to do |", "|---|---|", .. DockerRules.All.Select(check => $"| {check.Id}{(check.IsOptIn ? " (experimental)" : "")} | {check.Message} |")]);

    [Fact]
    public void The_table_of_own_lint_rules_is_that_of_the_list() =>
        ReadmeTable.AssertIs("own-rules", ["| rule | level | what is wrong | what to do |", "|---|---|---|---|", .. DockerfileRules.All.Select(rule => $"| {rule.Id} | {HadolintLevel.NameOf(rule.Severity)} | {rule.Message} | {rule.Help} |")]);

    [Fact]
    public void The_table_of_own_misconfiguration_rules_is_that_of_the_list() =>
        ReadmeTable.AssertIs("misconfigurations", ["| rule | severity | what is wrong | what to do |", "|---|---|---|---|", .. ContainerRules.All.Select(Row), .. WorkflowRules.All.Select(Row)]);

    private static string Row<T>(Rule<T> rule) => $"| {rule.Id} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Message} | {rule.Help} |";
}
