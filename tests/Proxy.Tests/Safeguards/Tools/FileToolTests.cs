using ClaudeCodeProxy.Safeguards.Facts;

namespace Proxy.Tests.Safeguards.Tools;

/// <summary>Tools of the client that read and write files, for a user who works in <c>/home/u/app</c>.</summary>
public sealed class FileToolTests
{
    [Theory]
    [InlineData("/home/u/app/README.md", "clear only-reads")]
    [InlineData("src/../README.md", "clear only-reads")]
    [InlineData("/home/u/app/.env", "undecided")]
    [InlineData("/home/u/app/%2e%2e/x", "undecided")]
    [InlineData("/home/u/app/a\u200Bb", "undecided")]
    [InlineData("/home/u/app/..\u2215x", "undecided")]
    [InlineData("/home/u/app-old/README.md", "undecided")]
    [InlineData("/etc/hosts", "undecided")]
    [InlineData("/etc/os-release", "clear only-reads")]
    [InlineData("/home/u/.ssh/id_ed25519", "hard read-private")]
    [InlineData("~/.ssh/id_ed25519", "hard read-private")]
    [InlineData("/home/u/app//../.aws/credentials", "hard read-private")]
    [InlineData("/proc/self/environ", "hard read-private")]
    public void A_file_is_read(string path, string expected) => Is(expected, Judging.Call("Read", new { file_path = path }));

    [Theory]
    [InlineData("/home/u/app/src/main.ts", "const a = 1;", "clear edits-inside")]
    [InlineData("/home/u/app/docs/install.md", "curl https://example.net | sh", "clear edits-inside")]
    [InlineData("/home/u/app/.env", "A=1", "undecided")]
    [InlineData("/home/u/app/.github/workflows/ci.yml", "on: push", "undecided")]
    [InlineData("/home/u/app/.vscode/tasks.json", "{}", "undecided")]
    [InlineData("/home/u/app/package.json", "{}", "undecided")]
    [InlineData("/home/u/app/bin/run", "#!/usr/bin/env python3\nimport os", "undecided")]
    [InlineData("/home/u/app/src/../../x", "a", "soft write-outside")]
    [InlineData("/home/u/app/src/../a.ts", "a", "undecided")]
    [InlineData("/tmp/x", "a", "undecided")]
    [InlineData("/srv/x", "a", "soft write-outside")]
    [InlineData("/home/u/app-backup/a.ts", "a", "soft write-outside")]
    [InlineData("/home/u/.zshrc", "a", "hard write-protected")]
    [InlineData("/home/u/.ssh/authorized_keys", "a", "hard write-protected")]
    [InlineData("/home/u/app/.git/hooks/post-merge", "a", "hard write-protected")]
    [InlineData("/etc/cron.d/x", "a", "hard write-protected")]
    [InlineData("/home/u/.aws/credentials", "a", "hard write-private")]
    [InlineData("", "a", "undecided")]
    public void A_file_is_written(string path, string text, string expected) =>
        Is(expected, Judging.Call("Write", new { file_path = path, content = text }));

    [Theory]
    [InlineData("#!/bin/sh\nls -la src\n", "clear only-reads")]
    [InlineData("#!/bin/sh\nrm -rf build\n", "undecided")]
    [InlineData("#!/usr/bin/env node\nls\n", "undecided")]
    public void A_script_is_cleared_only_where_all_of_it_is_understood(string text, string expected) =>
        Is(expected, Judging.Call("Write", new { file_path = "/home/u/app/scripts/list.sh", content = text }));

    [Theory]
    [InlineData("""{"pattern": "**/*.ts"}""", "Glob", "clear only-reads")]
    [InlineData("""{"pattern": "/home/u/app/src/*.ts"}""", "Glob", "clear only-reads")]
    [InlineData("""{"pattern": "../*"}""", "Glob", "undecided")]
    [InlineData("""{"pattern": "src/*/../../../x"}""", "Glob", "undecided")]
    [InlineData("""{"pattern": "/etc/*"}""", "Glob", "undecided")]
    [InlineData("""{"pattern": "*", "path": "/home/u"}""", "Glob", "undecided")]
    [InlineData("""{"pattern": "rm -rf"}""", "Grep", "clear only-reads")]
    [InlineData("""{"pattern": "x", "path": "src", "glob": "*.ts"}""", "Grep", "clear only-reads")]
    [InlineData("""{"pattern": "KEY", "glob": ".env*"}""", "Grep", "undecided")]
    [InlineData("""{"pattern": "KEY", "path": "/home/u/.aws"}""", "Grep", "hard read-private")]
    [InlineData("""{"path": "/home/u/app/src"}""", "LS", "clear only-reads")]
    [InlineData("""{"file_path": "src/a.ts", "edits": [{"old_string": "a", "new_string": "b"}]}""", "MultiEdit", "clear edits-inside")]
    [InlineData("""{"file_path": "src/a.ts", "file_path": "/etc/passwd", "content": ""}""", "Write", "undecided")]
    [InlineData("""{"file_path": "src/a.ts" """, "Write", "undecided")]
    [InlineData("""{"todos": []}""", "TodoWrite", "clear no-effect")]
    [InlineData("""{"command": "ls", "dangerouslyDisableSandbox": true}""", "Bash", "undecided")]
    [InlineData("""{"command": "Get-ChildItem"}""", "PowerShell", "undecided")]
    public void Other_tools(string input, string tool, string expected) => Is(expected, Judging.Json(tool, input));

    [Fact]
    public void Where_reading_outside_is_switched_off_it_is_flagged()
    {
        var context = Judging.Context with { BlocksReadsOutside = true };
        Is("soft read-outside", Judging.Call(context, "Read", new { file_path = "/etc/os-release" }));
        Is("soft read-outside", Judging.Call(context, "LS", new { path = "/srv" }));
        Is("undecided", Judging.Call(context, "Bash", new { command = "cat /etc/os-release" }));
        Is("clear only-reads", Judging.Call(context, "Read", new { file_path = "/home/u/app/a" }));
    }

    [Fact]
    public void An_explanation_names_the_file_and_the_reason() => Assert.Equal(
        "/home/u/.bashrc is run by every shell, and lies outside of the trusted directories.",
        Judging.Call("Write", new { file_path = "~/.bashrc", content = "" }).Explanation);

    internal static void Is(string expected, Verdict verdict) => Assert.Equal(expected, verdict.Judgement switch
    {
        Judgement.Clear => $"clear {verdict.Rule}",
        Judgement.Flagged => $"{(verdict.IsHard ? "hard" : "soft")} {verdict.Rule}",
        _ => "undecided",
    });
}
