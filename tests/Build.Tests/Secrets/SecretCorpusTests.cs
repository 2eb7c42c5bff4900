using ContainerSecurity.Findings;

namespace Build.Tests.Secrets;

/// <summary>Recall and precision: every form, by chance and as a placeholder, wherever such a value stands.</summary>
public class SecretCorpusTests
{
    public static TheoryData<string> Names => [.. SecretFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_looks_real_is_found_everywhere_once_and_by_its_rule(string name)
    {
        var format = SecretFormats.All.Single(each => each.Name == name);

        Assert.Equal("", string.Join("\n", SecretCorpus.Real(format).Where(sample => !IsFoundOnce(sample, format.Rule)).Select(Shown)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_holds_its_place_is_told_nowhere(string name)
    {
        var format = SecretFormats.All.Single(each => each.Name == name);

        Assert.Equal("", string.Join("\n", SecretCorpus.Placeholders(format).Where(SecretCorpus.IsTold).Select(Shown)));
    }

    private static bool IsFoundOnce(SecretSample sample, string rule) =>
        SecretCorpus.Find(sample).Where(match => match.Severity >= Severity.Medium).ToList() is [var only] && only.Rule.Id == rule;

    private static string Shown(SecretSample sample) =>
        $"{sample.File}: {sample.Text} -> {string.Join(", ", SecretCorpus.Find(sample).Select(match => $"{match.Rule.Id} {match.Severity}"))}";
}
