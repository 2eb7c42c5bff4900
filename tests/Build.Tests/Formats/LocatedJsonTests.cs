using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;

namespace Build.Tests.Formats;

public class LocatedJsonTests
{
    [Fact]
    public void Values_and_names_know_their_lines_behind_comments_and_in_any_line_ends()
    {
        var root = LocatedJson.Parse(
            "a.json",
            "\uFEFF// comment\r\n{\r\n  /* two\r\n     lines */ \"a\": [\r\n    1,\r\n    \"é\\n\",\r\n  ],\r\n  \"b\": { \"c\": true },\r\n}\r\n");

        Assert.Equal((2, JsonValueKind.Object), (root.Line, root.Kind));
        Assert.Equal([(5, "1"), (6, "é\n")], root["a"]!.Items.Select(item => (item.Line, item.Text)));
        Assert.Equal([4, 8], root.Members.Select(member => member.Line));
        Assert.Equal("true", root["b"]!["c"]!.Text);
        Assert.Null(root["absent"]);
    }

    [Theory]
    [InlineData("{ \"a\": }", 1)]
    [InlineData("{\n\"a\": 1\n\"b\": 2 }", 3)]
    [InlineData("", 1)]
    [InlineData("// nothing", 1)]
    [InlineData("{}\n{}", 2)]
    [InlineData("{ \"a\": 1", 1)]
    [InlineData("{\n  'a': 1\n}", 2)]
    public void What_is_no_JSON_is_refused_with_file_and_line(string text, int line)
    {
        var refused = Assert.Throws<InputException>(() => LocatedJson.Parse("a.json", text));

        Assert.StartsWith($"a.json:{line}: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_and_a_text_of_brackets_are_refused_with_their_line()
    {
        Assert.StartsWith(
            "a.json:2: ",
            Assert.Throws<InputException>(() => LocatedJson.Parse("a.json", "{\n\"a\": \"\\ud800\" }")).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "a.json:1: ",
            Assert.Throws<InputException>(() => LocatedJson.Parse("a.json", new string('[', 100_000))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_stands_twice_is_refused_because_readers_differ()
    {
        var refused = Assert.Throws<InputException>(() => LocatedJson.Parse("a.json", "{\n  \"mounts\": [],\n  \"mounts\": []\n}"));

        Assert.StartsWith("a.json:3: `mounts` stands here a second time", refused.Message, StringComparison.Ordinal);
    }
}
