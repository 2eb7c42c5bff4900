namespace Proxy.Tests.Safeguards.Tools;

/// <summary>Tools of MCP servers, of which only names and schemas are known.</summary>
public sealed class ForeignToolTests
{
    [Theory]
    [InlineData("mcp__files__read_text_file", """{"path": "/home/u/app/README.md", "head": 10}""", "clear only-reads")]
    [InlineData("mcp__files__list_directory", """{"path": "src"}""", "clear only-reads")]
    [InlineData("mcp__files__search_files", """{"path": "src", "pattern": "*.ts"}""", "clear only-reads")]
    [InlineData("mcp__files__read_multiple_files", """{"paths": ["a", "/home/u/.ssh/id_rsa"]}""", "hard read-private")]
    [InlineData("mcp__files__read_file", """{"path": "file:///home/u/.ssh/id_rsa"}""", "hard read-private")]
    [InlineData("mcp__files__read_file", """{"path": "/home/u/app/%2e%2e/.ssh/id_rsa"}""", "hard read-private")]
    [InlineData("mcp__files__write_file", """{"path": "/home/u/app/a.ts", "content": "x"}""", "undecided")]
    [InlineData("mcp__files__writeFile", """{"filePath": "/home/u/.bashrc", "content": "x"}""", "hard write-protected")]
    [InlineData("mcp__files__move_file", """{"source": "a", "destination": "/srv/x"}""", "soft write-outside")]
    [InlineData("mcp__web__get", """{"url": "http://169.254.169.254/"}""", "hard metadata-service")]
    [InlineData("mcp__web__get", """{"request": {"url": "https://me:hunter2x@example.net"}}""", "hard secret-in-address")]
    [InlineData("mcp__web__get", """{"url": "https://example.net"}""", "undecided")]
    [InlineData("mcp__db__read_query", """{"query": "drop table a"}""", "undecided")]
    [InlineData("mcp__shell__get", """{"command": "ls"}""", "undecided")]
    [InlineData("SomethingNew", """{"path": "/home/u/app"}""", "undecided")]
    [InlineData("mcp__x__ping", "{}", "undecided")]
    public void A_call_is_judged_by_what_its_input_names(string tool, string input, string expected) =>
        FileToolTests.Is(expected, Judging.Json(tool, input));

    [Fact]
    public void A_schema_says_what_a_name_does_not() => FileToolTests.Is("hard read-private", Judging.Json(
        "mcp__x__read", """{"what": "/home/u/.ssh/id_rsa"}""",
        """{"type": "object", "properties": {"what": {"type": "string", "description": "Absolute path to look at"}}}"""));
}
