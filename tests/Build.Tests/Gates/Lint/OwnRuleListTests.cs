using ContainerSecurity.Rules.Dockerfiles;
using System.Reflection;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Rules;

namespace Build.Tests.Gates.Lint;

public sealed class OwnRuleListTests
{
    [Fact]
    public void Every_rule_of_the_folder_is_in_the_list_under_the_name_of_its_class()
    {
        var written = typeof(OwnRuleList).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(CS1001).Namespace && type.GetProperty("Rule") is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (type.Name, Rule: (OwnRule)type.GetProperty("Rule", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!))
            .ToList();

        Assert.Equal(written.Select(rule => rule.Name), written.Select(rule => rule.Rule.Code));
        Assert.Equal(written.Select(rule => rule.Rule), OwnRuleList.All);
    }

    [Fact]
    public void Every_rule_has_its_tests()
    {
        var tested = typeof(OwnRuleListTests).Assembly.GetTypes().Where(type => type.Namespace == typeof(Rules.Dockerfiles.CS1001Tests).Namespace).Select(type => type.Name);

        Assert.Empty(OwnRuleList.All.Select(rule => $"{rule.Code}Tests").Except(tested));
    }

    [Fact]
    public void Every_rule_says_what_is_wrong_and_what_to_do() => Assert.All(OwnRuleList.All, rule =>
    {
        Assert.EndsWith(".", rule.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", rule.Help, StringComparison.Ordinal);
    });
}
