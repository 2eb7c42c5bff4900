namespace Proxy.Tests.Safeguards.Tools;

/// <summary>The user's own rules, in Claude Code's syntax.</summary>
public sealed class UserRuleTests
{
    [Theory]
    [InlineData("Bash(git push:*)", "git push origin main", true)]
    [InlineData("Bash(git push:*)", "ls && sudo git push", true)]
    [InlineData("Bash(git push:*)", "echo \"$(git push)\"", true)]
    [InlineData("Bash(git push:*)", "/usr/bin/git push", true)]
    [InlineData("Bash(git push:*)", "git pushx", false)]
    [InlineData("Bash(git push:*)", "echo git push", false)]
    [InlineData("Bash(git push *)", "git push", true)]
    [InlineData("Bash(npm run test)", "npm run test", true)]
    [InlineData("Bash(npm run test)", "npm run test:unit", false)]
    [InlineData("Bash(* --force)", "git push --force", true)]
    [InlineData("Bash", "ls", true)]
    [InlineData("Read(./secrets/**)", "cat secrets/a.txt", true)]
    [InlineData("Read(./secrets/**)", "grep x < ./secrets/a/b", true)]
    [InlineData("Read(./secrets/**)", "cat src/a.txt", false)]
    [InlineData("WebFetch", "ls", false)]
    public void A_rule_for_commands(string rule, string command, bool matches) => Holds(rule, "Bash", new { command }, matches);

    [Theory]
    [InlineData("Read(./secrets/**)", "Read", "/home/u/app/secrets/a", true)]
    [InlineData("Read(secrets/)", "Read", "secrets/a/b", true)]
    [InlineData("Read(*.pem)", "Read", "src/x/a.pem", true)]
    [InlineData("Read(//etc/**)", "Read", "/etc/hosts", true)]
    [InlineData("Read(~/notes/*)", "Read", "/home/u/notes/a", true)]
    [InlineData("Read(src/*.ts)", "Read", "src/x/a.ts", false)]
    [InlineData("Read(./secrets/**)", "Write", "secrets/a", false)]
    [InlineData("Edit(docs/**)", "Write", "docs/a.md", true)]
    [InlineData("Edit", "MultiEdit", "src/a.ts", true)]
    [InlineData("Write", "Write", "src/a.ts", true)]
    [InlineData("Write", "Read", "src/a.ts", false)]
    public void A_rule_for_files(string rule, string tool, string path, bool matches) => Holds(rule, tool, new { file_path = path }, matches);

    [Theory]
    [InlineData("WebFetch(domain:example.com)", "WebFetch", true)]
    [InlineData("WebFetch(domain:*.com)", "WebFetch", true)]
    [InlineData("WebFetch(domain:ample.com)", "WebFetch", false)]
    [InlineData("mcp__git", "mcp__git__push", true)]
    [InlineData("mcp__git__*", "mcp__git__push", true)]
    [InlineData("mcp__git__push", "mcp__git__push", true)]
    [InlineData("mcp__git__pull", "mcp__git__push", false)]
    [InlineData("mcp__gi", "mcp__git__push", false)]
    public void A_rule_for_other_tools(string rule, string tool, bool matches) =>
        Holds(rule, tool, new { url = "https://docs.example.com/a", prompt = "x" }, matches);

    [Fact]
    public void What_is_denied_is_denied_whatever_is_allowed()
    {
        var context = Judging.Context with { Deny = ["Bash(ls:*)"], Ask = ["Bash"], Allow = ["Bash(ls:*)"] };
        FileToolTests.Is("hard user-deny", Judging.Call(context, "Bash", new { command = "ls" }));
        FileToolTests.Is("soft user-ask", Judging.Call(context, "Bash", new { command = "pwd" }));
    }

    [Fact]
    public void What_is_allowed_is_not_cleared_by_that() => FileToolTests.Is(
        "undecided", Judging.Call(Judging.Context with { Allow = ["Bash(rm:*)"] }, "Bash", new { command = "rm -rf build" }));

    private static void Holds(string rule, string tool, object input, bool matches)
    {
        Assert.Equal(matches, Judging.Call(Judging.Context with { Deny = [rule] }, tool, input).Rule == "user-deny");
        Assert.Equal(matches, Judging.Call(Judging.Context with { Ask = [rule] }, tool, input).Rule == "user-ask");
    }
}
