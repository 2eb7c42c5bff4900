using ContainerSecurity;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Options;
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
        ReadmeTable.AssertIs("rules", ["| rule | level | what to do |", "|---|---|---|", .. RuleList.All.OrderBy(rule => rule.Code, StringComparer.Ordinal).Select(rule => $"| {rule.Code} | {rule.Level.ToString().ToLowerInvariant()} | {rule.Message.Replace("|", "\\|")} |")]);

    [Fact]
    public void The_table_of_Dockers_checks_is_that_of_the_list() =>
        ReadmeTable.AssertIs("checks", ["| check | what to do |", "|---|---|", .. DockerCheckList.All.Select(check => $"| {check.Name}{(check.IsExperimental ? " (experimental)" : "")} | {check.Message} |")]);

    [Fact]
    public void The_table_of_own_lint_rules_is_that_of_the_list() =>
        ReadmeTable.AssertIs("own-rules", ["| rule | level | what is wrong | what to do |", "|---|---|---|---|", .. OwnRuleList.All.Select(rule => $"| {rule.Code} | {rule.Level.ToString().ToLowerInvariant()} | {rule.Message} | {rule.Help} |")]);

    [Fact]
    public void The_table_of_own_misconfiguration_rules_is_that_of_the_list() =>
        ReadmeTable.AssertIs("misconfigurations", ["| rule | severity | what is wrong | what to do |", "|---|---|---|---|", .. MisconfigurationRules.All.Select(rule => $"| {rule.Code} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Message} | {rule.Help} |")]);
}
