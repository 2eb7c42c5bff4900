using System.Collections.Immutable;
using ContainerSecurity.Processes;
using static Build.Tests.Processes.ShellRun;

namespace Build.Tests.Processes;

public sealed class ToolRunnerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runner-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_a_program_says_and_how_it_ends_comes_back()
    {
        var result = await Run(Script("echo said; echo complained >&2; exit 3") with { AcceptedExitCodes = [0, 3] });

        Assert.Equal((3, "said\n", "complained\n"), (result.ExitCode, result.Output, result.ErrorOutput));
        Assert.True(result.Duration > TimeSpan.Zero);
    }

    [Fact]
    public async Task Every_argument_arrives_as_it_was_given()
    {
        ImmutableArray<string> odd =
        [
            "", " ", "two words", "\"quoted\"", "back\\slash\\", "\\\"", "$HOME `id` ; | &", "-", "new\nline", "ä€", "'", "*",
        ];

        var result = await Run(Script("for word; do printf '[%s]' \"$word\"; done", ["sh", .. odd]));

        Assert.Equal(string.Concat(odd.Select(word => $"[{word}]")), result.Output);
    }

    [Fact]
    public async Task An_exit_code_that_is_not_accepted_fails_with_the_command_the_code_and_the_last_words()
    {
        var failed = await Assert.ThrowsAsync<ToolFailedException>(() => Run(Script("echo first >&2; seq 1 50 >&2; exit 7")));

        Assert.Contains("sh -c", failed.Message, StringComparison.Ordinal);
        Assert.Contains("exit code 7", failed.Message, StringComparison.Ordinal);
        Assert.Contains("\n  50", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  first", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_program_that_only_wrote_to_stdout_is_quoted_from_there()
    {
        var failed = await Assert.ThrowsAsync<ToolFailedException>(() => Run(Script("echo reason; exit 1")));

        Assert.Contains("\n  reason", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-program-of-this-suite", "PATH")]
    [InlineData("/nowhere/program", "/nowhere/program")]
    public async Task A_program_that_is_not_there_is_told_apart_from_one_that_failed(string executable, string named)
    {
        var missing = await Assert.ThrowsAsync<ToolNotFoundException>(() => Run(new ToolCommand { Executable = executable, Timeout = Soon }));

        Assert.Contains(named, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_may_not_be_executed_is_not_a_program()
    {
        var file = Path.Combine(_folder.FullName, "text");
        await File.WriteAllTextAsync(file, "text");

        await Assert.ThrowsAsync<ToolNotFoundException>(() => Run(new ToolCommand { Executable = file, Timeout = Soon }));
    }

    [Fact]
    public async Task A_working_directory_that_is_not_there_fails_naming_it()
    {
        var failed = await Assert.ThrowsAsync<ToolFailedException>(() => Run(Script("true") with { WorkingDirectory = "/nowhere/at/all" }));

        Assert.Contains("/nowhere/at/all", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" >&2")]
    public async Task A_program_that_prints_without_end_is_stopped(string where)
    {
        var failed = await Assert.ThrowsAsync<ToolFailedException>(() => Run(
            Script("yes" + where) with { OutputLimit = 1_000_000, Timeout = TimeSpan.FromMinutes(1) }));

        Assert.Contains("more than 1,000,000 bytes", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_pipes_are_drained_at_the_same_time()
    {
        var result = await Run(Script("head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2"));

        Assert.Equal((300_000, 600_000), (result.Output.Length, result.ErrorOutput.Length));
    }

    [Fact]
    public async Task Lines_of_stdout_are_shown_as_they_come_and_masked()
    {
        var go = Path.Combine(_folder.FullName, "go");
        var seen = new List<string>();
        var command = Script("echo first hush; until [ -e \"$0\" ]; do sleep 0.05; done; echo second", go) with
        {
            Secrets = ["hush"],
            OnLine = line =>
            {
                seen.Add(line);
                File.WriteAllText(go, "");
            },
        };

        var result = await Run(command);

        Assert.Equal(["first ***", "second"], seen);
        Assert.Equal("first hush\nsecond\n", result.Output);
    }

    [Fact]
    public async Task A_watched_program_that_prints_without_end_is_stopped_too()
    {
        var lines = 0;

        await Assert.ThrowsAsync<ToolFailedException>(() => Run(Script("yes") with { OutputLimit = 100_000, OnLine = _ => lines++ }));

        Assert.InRange(lines, 1, 100_000);
    }

    [Fact]
    public async Task Nothing_waits_for_input()
    {
        var result = await Run(Script("cat; echo end"));

        Assert.Equal("end\n", result.Output);
    }

    [Fact]
    public async Task Only_a_short_list_of_variables_reaches_a_program()
    {
        Environment.SetEnvironmentVariable("TRIVY_SEVERITY", "LOW");
        Environment.SetEnvironmentVariable("http_proxy", "http://127.0.0.1:9");
        try
        {
            var alone = await Run(
                Script("env") with { Environment = ImmutableSortedDictionary<string, string?>.Empty.Add("ASKED", "yes").Add("HOME", null) });
            var networked = await Run(Script("env") with { UsesNetwork = true });

            Assert.Equal(["ASKED", "LANG", "PATH"], Names(alone).Except(["TMPDIR"]));
            Assert.Contains("LANG=C.UTF-8\n", alone.Output, StringComparison.Ordinal);
            Assert.Contains("http_proxy", Names(networked));
            Assert.DoesNotContain("TRIVY_SEVERITY", Names(networked));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TRIVY_SEVERITY", null);
            Environment.SetEnvironmentVariable("http_proxy", null);
        }
    }

    [Fact]
    public async Task Secrets_are_masked_in_the_log_and_in_what_a_failed_program_says()
    {
        var secret = string.Concat("hush-", Guid.NewGuid().ToString("N"));
        var logged = new List<string>();
        var command = Script($"echo got {secret} https://me:{secret}x@host >&2; exit 1") with { Secrets = [secret] };

        var failed = await Assert.ThrowsAsync<ToolFailedException>(() => new ToolRunner(logged.Add).RunAsync(command, CancellationToken.None));

        Assert.Contains("got *** https://***@host", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, failed.Message + string.Concat(logged), StringComparison.Ordinal);
        Assert.Single(logged);
    }

    private static string[] Names(ToolResult environment) =>
        [.. environment.Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=')[0])
            .Except(["PWD", "_", "SHLVL", "OLDPWD"])
            .Order(StringComparer.Ordinal)];
}
