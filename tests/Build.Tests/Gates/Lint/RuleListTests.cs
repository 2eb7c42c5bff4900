using ContainerSecurity.Rules.Hadolint;
using System.Reflection;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Rules;

namespace Build.Tests.Gates.Lint;

public sealed class RuleListTests
{
    [Fact]
    public void Every_rule_of_the_folder_is_in_the_list_under_the_name_of_its_class()
    {
        var written = typeof(RuleList).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(DL1001).Namespace && type.GetProperty("Rule") is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (type.Name, Rule: (LintRule)type.GetProperty("Rule", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!))
            .ToList();

        Assert.Equal(written.Select(rule => rule.Name), written.Select(rule => rule.Rule.Code));
        Assert.Equal(written.Select(rule => rule.Rule), RuleList.All);
    }

    [Fact]
    public void Every_rule_has_its_tests()
    {
        var tested = typeof(RuleListTests).Assembly.GetTypes().Where(type => type.Namespace == typeof(Rules.Hadolint.DL1001Tests).Namespace).Select(type => type.Name);

        Assert.Empty(RuleList.All.Select(rule => $"{rule.Code}Tests").Except(tested));
    }

    [Fact]
    public void Rules_have_the_levels_of_Hadolint()
    {
        var counts = RuleList.All.CountBy(rule => rule.Level).ToDictionary();

        // Hadolint 2.15.1: 14 error, 43 warning, 11 info, 1 style, 2 ignore.
        Assert.Equal([14, 43, 11, 1, 2], Enum.GetValues<LintLevel>().Select(level => counts[level]));
    }

    [Fact]
    public void Every_message_is_a_sentence_of_its_own()
    {
        Assert.All(RuleList.All, rule => Assert.EndsWith(".", rule.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(RuleList.All, rule => rule.Message.Length > 150);
    }
}
