using System.Text.RegularExpressions;
using ClaudeCodeProxy.Cli;
using ClaudeCodeProxy.Configuration.Sources;
using Tests.Shared;

namespace Proxy.Tests.Documentation;

/// <summary>docs/operations.md and the files of proxy/deploy speak of variables, commands and files that there are.</summary>
public sealed partial class OperationsTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    public static TheoryData<string> Files { get; } =
        ["proxy/deploy/systemd/claude-code-proxy.service", "proxy/deploy/compose/compose.yaml", "proxy/deploy/kubernetes/claude-code-proxy.yaml"];

    [Fact]
    public void Variables_are_those_of_the_proxy() =>
        Assert.All(Names().Matches(Text).Select(static match => match.Value).Distinct(), name => Assert.True(Variable.IsKnown(name), name));

    [Fact]
    public void Commands_are_those_of_the_proxy() => Assert.All(
        Commands().Matches(Text).Select(static match => match.Groups[1].Value).Distinct(),
        static words => Arguments.Parse(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void What_counts_from_the_next_start_is_all_named() =>
        Assert.Contains(
            string.Join(", ", Variable.ReadOnce[..^1].Select(Code)) + " and " + Code(Variable.ReadOnce[^1]) + " count from the next start",
            Text.ReplaceLineEndings(" "), StringComparison.Ordinal);

    [Fact]
    public void Every_member_of_a_line_of_the_log_is_named()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "proxy", "Server", "Exchanges", "RequestLine.cs"));
        var members = Members().Matches(source).Select(static match => match.Groups[1].Value).ToArray();

        Assert.True(members.Length > 15);
        Assert.All(members, member => Assert.Contains($"`{member}`", Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Files_are_named_and_set_variables_of_the_proxy(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));

        Assert.Contains($"`{file}`", Text, StringComparison.Ordinal);
        Assert.All(Names().Matches(text).Select(static match => match.Value), name => Assert.True(Variable.IsKnown(name), name));
        Assert.Contains("OPENAI_API_KEY_FILE", text, StringComparison.Ordinal);
    }

    private static string Code(Variable variable) => $"`{variable.Name}`";

    [GeneratedRegex(@"\b(?:PROXY|OPENAI|ANTHROPIC)_[A-Z_]+[A-Z]\b")]
    private static partial Regex Names();

    [GeneratedRegex(@"`claude-code-proxy ([a-z -]+)`")]
    private static partial Regex Commands();

    [GeneratedRegex(@",\\""([a-z_]+)\\"":")]
    private static partial Regex Members();
}
