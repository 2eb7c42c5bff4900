using ContainerSecurity.Processes;
using ContainerSecurity.Tools.ShellCheck;

namespace Build.Tests.Tools.ShellCheck;

public sealed class ShellCheckEngineTests
{
    private const string Quoting =
        """{"comments":[{"file":"0","line":2,"endLine":2,"column":6,"endColumn":8,"level":"info","code":2086,"message":"Double quote to prevent globbing and word splitting.","fix":null}]}""";

    private const string Nothing = """{"comments":[]}""";

    [Fact]
    public async Task A_comment_belongs_to_the_text_that_it_is_about()
    {
        var said = await CheckAsync(new ScriptedShellCheck(Quoting), "#!/bin/sh\necho $A", "#!/bin/sh\ntrue");

        var comment = Assert.Single(said["#!/bin/sh\necho $A"]);
        Assert.Equal((2, 6, 2086, ShellCheckLevel.Info), (comment.Line, comment.Column, comment.Code, comment.Level));
        Assert.Empty(said["#!/bin/sh\ntrue"]);
    }

    [Fact]
    public async Task Few_texts_are_one_run_and_the_same_text_is_judged_once()
    {
        var program = new ScriptedShellCheck(Nothing, 0);

        await CheckAsync(program, "#!/bin/sh\na", "#!/bin/sh\nb", "#!/bin/sh\na");

        Assert.Equal(["0", "1"], Assert.Single(program.Runs).Arguments.Where(argument => !argument.StartsWith('-')));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("shellcheck: internal error", 1)]
    [InlineData("[]", 1)]
    [InlineData("""{"comments":[{"file":"0","line":2,"column":6,"level":"loud","code":2086,"message":""}]}""", 1)]
    [InlineData("""{"comments":[{"file":"../etc","line":2,"column":6,"level":"info","code":2086,"message":""}]}""", 1)]
    [InlineData(Nothing, 1)]
    [InlineData(Quoting, 0)]
    public async Task Anything_but_a_whole_report_judges_nothing(string output, int exitCode)
    {
        var said = await new ShellCheckEngine(new ScriptedShellCheck(output, exitCode)).CheckAsync(["#!/bin/sh\necho $A"], CancellationToken.None);

        Assert.Empty(said.Comments);
        Assert.Equal(["#!/bin/sh\necho $A"], said.Unjudged.Keys);
    }

    [Fact]
    public async Task The_version_is_the_one_it_says() =>
        Assert.Equal("0.9.0", await new ShellCheckEngine(new ScriptedShellCheck(Nothing)).VersionAsync(CancellationToken.None));

    [Theory]
    [InlineData("")]
    [InlineData("version: 0.9.0\n")]
    [InlineData("ShellCheck\n")]
    public async Task Another_program_of_that_name_is_a_broken_tool(string said) =>
        await Assert.ThrowsAsync<ToolFailedException>(() => new ShellCheckEngine(new ScriptedShellCheck(Nothing) { Version = said })
            .VersionAsync(CancellationToken.None));

    [SkippableFact]
    public async Task The_real_one_finds_what_it_is_known_for()
    {
        Requirement.Require(File.Exists("/usr/bin/shellcheck"), "shellcheck");

        var said = await new ShellCheckEngine(new ToolRunner()).CheckAsync(["#!/bin/sh\ncat a | echo $A"], CancellationToken.None);

        // SC2002 (a useless cat) is off in the ShellCheck that Hadolint brings.
        Assert.Contains(2086, said.Comments.SelectMany(text => text).Select(comment => comment.Code));
        Assert.DoesNotContain(2002, said.Comments.SelectMany(text => text).Select(comment => comment.Code));
    }

    private static async Task<ILookup<string, ShellCheckComment>> CheckAsync(IToolRunner program, params string[] scripts) =>
        (await new ShellCheckEngine(program).CheckAsync(scripts, CancellationToken.None)).Comments;
}
