
namespace Build.Tests.Images.Building;

public sealed class VariableTests : IDisposable
{
    private readonly StageBuild _build = new();

    public void Dispose() => _build.Dispose();

    [Theory]
    [InlineData("$A", "1")]
    [InlineData("${A}", "1")]
    [InlineData("x${A}y$B", "x1y")]
    [InlineData("${NONE:-default}", "default")]
    [InlineData("${B:-default}", "default")]
    [InlineData("${B-default}", "")]
    [InlineData("${NONE-default}", "default")]
    [InlineData("${A:-default}", "1")]
    [InlineData("${A:+set}", "set")]
    [InlineData("${B:+set}", "")]
    [InlineData("${B+set}", "set")]
    [InlineData("${NONE+set}", "")]
    [InlineData("${NONE:-${A}-${NONE:-deep}}", "1-deep")]
    [InlineData("'$A'", "$A")]
    [InlineData("\"$A\"", "1")]
    [InlineData("\\$A", "$A")]
    [InlineData("\"\\$A\\\"\\x\"", "$A\"\\x")]
    [InlineData("a\\ b", "a b")]
    [InlineData("'a b'\"c d\"", "a bc d")]
    [InlineData("100$", "100$")]
    [InlineData("$A_B", "")]
    public void A_value_is_expanded_as_the_reference_says(string written, string value) =>
        Assert.Equal(value, _build.Image($"ENV A=1 B=\"\"\nLABEL v={written}").Config.Labels["v"]);

    [Fact]
    public void The_escape_directive_changes_the_escape()
    {
        var outcome = _build.Run("# escape=`\nFROM scratch AS proxy\nLABEL v=`$A w=\\x\n");

        Assert.Contains("\"v\":\"$A\",\"w\":\"\\\\x\"", System.Text.Encoding.UTF8.GetString(outcome.Image!.Config), StringComparison.Ordinal);
    }

    [Fact]
    public void All_values_of_one_ENV_are_those_before_it() =>
        Assert.Equal("A=2;B=1;C=2", string.Join(';', _build.Image("ENV A=1\nENV A=2 B=$A\nENV C=$A").Config.Environment));

    [Fact]
    public void The_old_form_of_ENV_takes_the_rest_of_the_line() =>
        Assert.Equal("A=one two", Assert.Single(_build.Image("ENV A one two").Config.Environment));

    [Theory]
    [InlineData("", "ARG A\nLABEL v=${A-unset}", "unset")]
    [InlineData("", "ARG A=2\nLABEL v=$A", "2")]
    [InlineData("ARG A=1\n", "LABEL v=${A-unset}", "unset")]
    [InlineData("ARG A=1\n", "ARG A\nLABEL v=$A", "1")]
    [InlineData("ARG A=1\n", "ARG A=2\nLABEL v=$A", "2")]
    [InlineData("ARG A=1\n", "ARG A\nARG B=x$A\nLABEL v=$B", "x1")]
    [InlineData("ARG A=1\n", "ARG A\nENV A=3\nLABEL v=$A", "3")]
    [InlineData("", "ENV A=3\nARG A=2\nLABEL v=$A", "3")]
    public void An_ARG_has_its_default_or_that_before_FROM_and_ENV_beats_it(string global, string lines, string value) =>
        Assert.Equal(value, Label($"{global}FROM scratch AS proxy\n{lines}\n"));

    [Theory]
    [InlineData("ARG A=1\nFROM scratch AS proxy\nARG A=2\nLABEL v=$A\n", "given")]
    [InlineData("ARG A=1\nFROM scratch AS proxy\nARG A\nLABEL v=$A\n", "given")]
    [InlineData("FROM scratch AS proxy\nLABEL v=${A-undeclared}\n", "undeclared")]
    public void A_value_from_outside_reaches_declared_ARGs_only(string dockerfile, string value)
    {
        _build.Arguments["A"] = "given";

        Assert.Equal(value, Label(dockerfile));
    }

    [Fact]
    public void ARG_leaves_no_trace_in_the_environment() =>
        Assert.Empty(_build.Image("ARG A=1").Config.Environment);

    [Fact]
    public void FROM_sees_the_ARGs_before_it()
    {
        Assert.NotNull(_build.Run("ARG BASE=scratch\nFROM ${BASE} AS proxy\nUSER 1\n").Image);
        Assert.Null(_build.Run("FROM ${BASE} AS proxy\nARG BASE=scratch\n").Image);
    }

    private string Label(string dockerfile)
    {
        var outcome = _build.Run(dockerfile);
        Assert.Empty(outcome.Findings);
        var config = System.Text.Json.Nodes.JsonNode.Parse(outcome.Image!.Config)!;
        return (string)config["config"]!["Labels"]!["v"]!;
    }
}
