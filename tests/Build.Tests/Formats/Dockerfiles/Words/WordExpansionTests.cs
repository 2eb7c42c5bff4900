using Build.Tests.Images.Building;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Dockerfiles.Words;

namespace Build.Tests.Formats.Dockerfiles.Words;

/// <summary>A word means the same to the image builder, and to the rules and claims that judge it.</summary>
public sealed class WordExpansionTests : IDisposable
{
    private const string Variables = "ENV A=1 B=\"\" P=/usr/lib/a.tar.gz";

    private readonly StageBuild _build = new();

    public void Dispose() => _build.Dispose();

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("$A", "1")]
    [InlineData("x${A}y$B", "x1y")]
    [InlineData("$A_B", "")]
    [InlineData("$Ä", "")]
    [InlineData("100$", "100$")]
    [InlineData("$1x", "x")]
    [InlineData("'$A'", "$A")]
    [InlineData("\"$A\"", "1")]
    [InlineData("\\$A", "$A")]
    [InlineData("\"\\$A\\\"\\x\"", "$A\"\\x")]
    [InlineData("a\\ b", "a b")]
    [InlineData("'a b'\"c d\"", "a bc d")]
    [InlineData("<<A", "<<A")]
    [InlineData("${NONE:-default}", "default")]
    [InlineData("${B:-default}", "default")]
    [InlineData("${B-default}", "")]
    [InlineData("${A:+set}", "set")]
    [InlineData("${NONE+set}", "")]
    [InlineData("${A:?needed}", "1")]
    [InlineData("${NONE:-${A}-${NONE:-deep}}", "1-deep")]
    [InlineData("${NONE:-'}'}", "}")]
    [InlineData("${P#*/}", "usr/lib/a.tar.gz")]
    [InlineData("${P##*/}", "a.tar.gz")]
    [InlineData("${P%.*}", "/usr/lib/a.tar")]
    [InlineData("${P%%.*}", "/usr/lib/a")]
    [InlineData("${P#/???}", "/lib/a.tar.gz")]
    [InlineData("${P#none}", "/usr/lib/a.tar.gz")]
    [InlineData("${P/a/b}", "/usr/lib/b.tar.gz")]
    [InlineData("${P//a/b}", "/usr/lib/b.tbr.gz")]
    [InlineData("${P/\\//:}", ":usr/lib/a.tar.gz")]
    [InlineData("${P/\\*/b}", "/usr/lib/a.tar.gz")]
    public void A_word_is_expanded_as_by_BuildKit(string written, string value)
    {
        Assert.Equal(value, _build.Image($"{Variables}\nLABEL v={written}").Config.Labels["v"]);
        Assert.Equal(value, Judged(written).Value);
    }

    [Theory]
    [InlineData("CS1", "${A!x}")]
    [InlineData("CS1", "${A:#x}")]
    [InlineData("CS1", "${A:x}")]
    [InlineData("CS1", "${}")]
    [InlineData("CS1", "${A#\\x}")]
    [InlineData("CS3", "${NONE?needed}")]
    [InlineData("CS3", "${B:?needed}")]
    [InlineData("CS3", "${NONE:-${NONE:?needed}}")]
    public void What_BuildKit_refuses_is_refused_with_its_reason(string rule, string written)
    {
        Assert.Equal(rule, _build.Finding($"{Variables}\nLABEL v={written}").RuleId);

        var judged = Judged(written);
        Assert.Null(judged.Value);
        Assert.Equal(rule == "CS3", judged.Fault is WordFault.Unset("NONE" or "B", "needed"));
    }

    [Theory]
    [InlineData("'a", '\'')]
    [InlineData("\"a", '"')]
    [InlineData("${A", '}')]
    [InlineData("${A:-b", '}')]
    [InlineData("${", '}')]
    [InlineData("${A/b}", '/')]
    [InlineData("${A:-\"b}", '"')]
    public void What_has_no_end_is_refused_by_what_is_missing(string word, char missing) =>
        Assert.Equal(new WordFault.Unclosed(missing), WordExpansion.Expand(word, '\\', _ => null).Fault);

    [Theory]
    [InlineData("#")]
    [InlineData("%%")]
    [InlineData("/")]
    public void A_pattern_longer_than_people_write_is_refused(string operation)
    {
        var pattern = string.Concat(Enumerable.Repeat("a?", 20_000));

        Assert.IsType<WordFault.UnknownSubstitution>(WordExpansion.Expand($"${{A{operation}{pattern}/}}", '\\', _ => "aba").Fault);
    }

    [Fact]
    public void Variables_are_told_apart_by_whether_they_are_set()
    {
        var word = WordExpansion.Expand("$A ${B:-$C} '$D' \\$E", '\\', name => name == "A" ? "1" : null);

        Assert.Equal("1  $D $E", word.Text);
        Assert.Equal(["A"], word.Known);
        Assert.Equal(["B", "C"], word.Unknown);
    }

    [Fact]
    public void The_escape_is_that_of_the_Dockerfile() => Assert.Equal("$A\\1", WordExpansion.Expand("`$A\\$A", '`', _ => "1").Text);

    [Fact]
    public void In_a_here_document_quotes_mean_nothing() =>
        Assert.Equal("'1' \"1\" $A", WordExpansion.ExpandContent("'$A' \"$A\" \\$A", _ => "1").Text);

    [Theory]
    [InlineData("'a b' \"$A\" \\$B", "a b $A $B")]
    [InlineData("'${A:-\"b\"}' ${A:-\"b\"}", "${A:-\"b\"} ${A:-\"b\"}")]
    [InlineData("'a", "'a")]
    public void Without_variables_only_quotes_and_escapes_go(string word, string text) => Assert.Equal(text, WordExpansion.Unquote(word, '\\'));

    private static StepWord Judged(string written)
    {
        var parsed = DockerfileParser.Parse("Dockerfile", $"FROM scratch\n{Variables}\nLABEL v={written}\n").Dockerfile!;
        var label = new DockerBuild(parsed).Stages[0].Written.Last();
        return label.Arguments[0] with { Value = label.Variables.Single().Value };
    }
}
