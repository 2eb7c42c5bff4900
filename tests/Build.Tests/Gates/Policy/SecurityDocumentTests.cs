namespace Build.Tests.Gates.Policy;

/// <summary>SECURITY.md keeps the sections of the document that people know, in their order.</summary>
public class SecurityDocumentTests
{
    private static readonly string[] Text = File.ReadAllLines(Path.Combine(SampleRepository.ThisRepository, "SECURITY.md"));

    [Fact]
    public void The_sections_are_there_in_order() => Assert.Equal(
        [
            "Supported Versions", "Security Measures", "Known Limitations", "Reporting a Vulnerability", "Security Best Practices", "Security Tools",
            "Compliance", "License",
        ],
        Text.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));

    [Fact]
    public void The_measures_have_their_groups() => Assert.Equal(
        [
            "1. Container Security", "2. Secrets Management", "3. Network Security", "4. Dependency Management", "5. Agent Safety",
            "6. Running Container",
        ],
        Text.Where(line => line.StartsWith("### ", StringComparison.Ordinal) && char.IsAsciiDigit(line[4])).Select(line => line[4..]));

    [Theory]
    [InlineData("1. Container Security", "Base Images|Root User|Minimal Attack Surface|Read-only Mounts")]
    [InlineData("2. Secrets Management", "Environment Variables|No Hardcoded Secrets|`.gitignore`")]
    [InlineData("3. Network Security", "Single Container|Minimal Port Exposure|No Direct Internet")]
    [InlineData("4. Dependency Management", "C# Proxy Binary|Minimal Dependencies|No Piped Installs")]
    [InlineData("5. Agent Safety", "Checked Actions")]
    public void Each_group_has_its_names_in_order(string group, string names)
    {
        var lines = Text.SkipWhile(line => line != $"### {group}").Skip(1).TakeWhile(line => !line.StartsWith('#')).ToList();
        var found = names.Split('|').Select(name => lines.FindIndex(line => line.Contains($" **{name}**: ", StringComparison.Ordinal))).ToList();

        Assert.DoesNotContain(-1, found);
        Assert.Equal(found.Order(), found);
    }
}
