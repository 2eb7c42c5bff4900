using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;

namespace Build.Tests.Formats;

public sealed class LocatedYamlTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    public void An_empty_text_is_no_document(string text) => Assert.Null(LocatedYaml.Parse("x.yaml", text));

    [Fact]
    public void Values_and_names_know_their_lines_and_kinds()
    {
        var root = LocatedYaml.Parse("x.yaml", "# comment\na:\n  - 1\n  - True\n  - ~\n  - \"null\"\nb: |\n  text\n? c\n: [d]\n")!;

        Assert.Equal([2, 7, 9], root.Members.Select(member => member.Line));
        Assert.Equal(
            [(3, JsonValueKind.String, "1"), (4, JsonValueKind.True, "True"), (5, JsonValueKind.Null, null), (6, JsonValueKind.String, "null")],
            root["a"]!.Items.Select(item => (item.Line, item.Kind, item.Text)));
        Assert.Equal((8, "text\n"), (root["b"]!.Line, root["b"]!.Text));
        Assert.Equal((10, "d"), (root["c"]!.Items[0].Line, root["c"]!.Items[0].Text));
    }

    [Fact]
    public void Aliases_and_merge_keys_are_what_they_name()
    {
        var root = LocatedYaml.Parse(
            "x.yaml", "one: &one {a: 1, b: 1}\ntwo: &two {b: 2, c: 2}\nkey: *one\nother: {<<: [*one, *two], a: 3}\nquoted: {\"<<\": *one}\n")!;

        Assert.Equal("1", root["key"]!["a"]!.Text);
        Assert.Equal(["a=3", "b=1", "c=2"], root["other"]!.Members.Select(member => $"{member.Name}={member.Value.Text}"));
        Assert.Equal("<<", Assert.Single(root["quoted"]!.Members).Name);
    }

    [Theory]
    [InlineData("a: [1", 2)]
    [InlineData("ignored: [DL3008\nx: y\n", 1)]
    [InlineData("a: 1\nignored: [DL3008\nfailure-threshold: : error", 2)]
    [InlineData("a: 1\na: 2\n", 2)]
    [InlineData("--- a\n--- b\n", 2)]
    [InlineData("*unknown", 1)]
    [InlineData("a: &x\n  b: [1, *x]\n", 2)]
    [InlineData("a: &x 1\n*x : b\n&x c: *x\n? [d]\n: e\n", 4)]
    [InlineData("a: &x {b: 1}\n*x : 2\n", 2)]
    [InlineData("a:\n  : b\n", 2)]
    [InlineData("a: {? *b : *b}\nc: &b d\n", 1)]
    public void What_is_not_one_YAML_document_is_refused_by_the_name_of_its_file_and_line(string text, int line)
    {
        var error = Assert.Throws<InputException>(() => LocatedYaml.Parse("x.yaml", text));

        Assert.StartsWith($"x.yaml:{line}: ", error.Message);
        Assert.Equal(line, error.Line);
    }

    [Fact]
    public void Aliases_of_aliases_that_multiply_are_refused_where_they_become_too_many()
    {
        var levels = Enumerable.Range(1, 40).Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]");

        var error = Assert.Throws<InputException>(() => LocatedYaml.Parse("x.yaml", $"a0: &a0 x\n{string.Join('\n', levels)}\n"));

        Assert.StartsWith("x.yaml:7: aliases make more than", error.Message);
    }

    [Fact]
    public void Aliases_do_not_nest_deeper_than_brackets_may()
    {
        var levels = Enumerable.Range(1, 200).Select(level => $"a{level}: &a{level} [*a{level - 1}]");

        Assert.StartsWith(
            "x.yaml:101: nested deeper",
            Assert.Throws<InputException>(() => LocatedYaml.Parse("x.yaml", $"a0: &a0 x\n{string.Join('\n', levels)}\n")).Message);
        Assert.StartsWith(
            "x.yaml:1: nested deeper", Assert.Throws<InputException>(() => LocatedYaml.Parse("x.yaml", new string('[', 100_000))).Message);
    }

    [Fact]
    public void Where_aliases_are_not_allowed_one_is_refused() =>
        Assert.StartsWith(
            "x.yaml:2: `*a` is an alias",
            Assert.Throws<InputException>(() => LocatedYaml.Parse("x.yaml", "x: &a 1\ny: *a\n", allowsAliases: false)).Message);
}
