using System.Text.RegularExpressions;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Rules.Hadolint;
using Tests.Shared.Documentation;

namespace Build.Tests.Documentation;

/// <summary>Documents say what the code says; the target Docs runs this class to write them.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Generated_sections_say_what_the_code_says() => GeneratedDocuments.Check(GeneratedSections.All);

    [Fact]
    public void Every_section_that_is_marked_as_generated_is() =>
        Assert.Equal(GeneratedSections.All.Select(section => section.ToString()).Order(), GeneratedDocuments.MarkedFor("build").Order());

    [Fact]
    public void Every_check_rule_and_gate_that_stands_for_a_check_of_another_program_exists() => Assert.All(
        PeerCoverage.Dockle.SelectMany(peer => Named().Matches(peer.Here)),
        named => Assert.True(
            named.Groups["rule"] is { Success: true, Value: var rule }
                ? HadolintRules.All.Any(known => known.Id == rule)
                : CheckRegistry.All.Any(check => check.Id == named.Groups["check"].Value) || named.Groups["check"].Value is "vulnerabilities" or "0",
            named.Value));

    [GeneratedRegex("`(?<check>[^`]+)`|rule (?<rule>DL[0-9]+)")]
    private static partial Regex Named();

    [Fact]
    public void Every_rule_of_the_builder_is_in_its_table() => Assert.Equal(Enum.GetValues<BuildRule>(), BuildRules.All.Select(rule => rule.Rule));
}
