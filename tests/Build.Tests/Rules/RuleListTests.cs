using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules;
using ContainerSecurity.Rules.Containers;
using ContainerSecurity.Rules.Docker;
using ContainerSecurity.Rules.Dockerfiles;
using ContainerSecurity.Rules.Hadolint;
using ContainerSecurity.Rules.Workflows;

namespace Build.Tests.Rules;

/// <summary>A rule is a file in its folder, a line in its list and a test class; these tests find what is missing.</summary>
public sealed class RuleListTests
{
    [Fact]
    public void Every_rule_of_Hadolint_is_in_the_list() => AssertIsComplete(HadolintRules.All, typeof(HadolintRules));

    [Fact]
    public void Every_check_of_Docker_is_in_the_list() => AssertIsComplete(DockerRules.All, typeof(DockerRules));

    [Fact]
    public void Every_rule_about_commands_is_in_the_list() => AssertIsComplete(DockerfileRules.All, typeof(DockerfileRules));

    [Fact]
    public void Every_rule_about_containers_is_in_the_list() => AssertIsComplete(ContainerRules.All, typeof(ContainerRules));

    [Fact]
    public void Every_rule_about_workflows_is_in_the_list() => AssertIsComplete(WorkflowRules.All, typeof(WorkflowRules));

    [Fact]
    public void What_Hadolint_and_Docker_name_has_a_class_of_that_name()
    {
        Assert.All(HadolintRules.All, rule => Assert.NotNull(typeof(HadolintRules).Assembly.GetType($"ContainerSecurity.Rules.Hadolint.{rule.Id}")));
        Assert.All(DockerRules.All, rule => Assert.NotNull(typeof(DockerRules).Assembly.GetType($"ContainerSecurity.Rules.Docker.{rule.Id}")));
    }

    [Fact]
    public void Every_message_is_a_sentence_of_its_own()
    {
        Assert.All(HadolintRules.All, rule => Assert.EndsWith(".", rule.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(HadolintRules.All, rule => rule.Message.Length > 150);
        Assert.All(DockerfileRules.All, rule => Assert.EndsWith(".", rule.Message, StringComparison.Ordinal));
        Assert.All(DockerfileRules.All, rule => Assert.EndsWith(".", rule.Help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("JSONArgsRecommended", "json-args-recommended")]
    [InlineData("UndefinedVar", "undefined-var")]
    [InlineData("SecretsUsedInArgOrEnv", "secrets-used-in-arg-or-env")]
    public void Help_about_a_check_is_Dockers_own_page(string name, string page) =>
        Assert.Equal($"https://docs.docker.com/reference/build-checks/{page}/", DockerRules.All.Single(rule => rule.Id == name).Help);

    [Fact]
    public void What_covers_a_check_is_a_rule_of_Hadolint() =>
        Assert.Subset(
            HadolintRules.All.Select(rule => rule.Id).ToHashSet(), DockerRules.All.Select(rule => rule.CoveredBy).OfType<string>().ToHashSet());

    [Fact]
    public void A_finding_says_what_stands_there()
    {
        var rule = new Rule<string>("XX0001", Severity.Low, "It is bad.", "Mend it.") { Check = _ => [] };

        Assert.Equal("It is bad.", rule.FindingAt("a", new Hit(1)).Message);
        Assert.Equal("It is bad: this.", rule.FindingAt("a", new Hit(1, "this")).Message);
        Assert.Equal("Other words.", rule.FindingAt("a", new Hit(1) { Message = "Other words." }).Message);
    }

    private static void AssertIsComplete<T>(ImmutableArray<Rule<T>> listed, Type list)
    {
        var written = list.Assembly.GetTypes()
            .Where(type => type.Namespace == list.Namespace && type.GetProperty("Rule")?.PropertyType == typeof(Rule<T>))
            .Select(type => (type.Name, Rule: (Rule<T>)type.GetProperty("Rule")!.GetValue(null)!))
            .OrderBy(rule => rule.Rule.Id, StringComparer.Ordinal)
            .ToList();
        var tested = typeof(RuleListTests).Assembly.GetTypes()
            .Where(type => type.Namespace == list.Namespace!.Replace("ContainerSecurity", "Build.Tests", StringComparison.Ordinal))
                .Select(type => type.Name);

        Assert.NotEmpty(written);
        Assert.Equal(written.Select(rule => rule.Rule), listed);
        Assert.Empty(written.Select(rule => $"{rule.Name}Tests").Except(tested));
    }
}
