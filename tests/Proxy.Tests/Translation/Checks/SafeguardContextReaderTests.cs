using System.Text;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Translation.Checks;

namespace Proxy.Tests.Translation.Checks;

public sealed class SafeguardContextReaderTests
{
    /// <summary>As Claude Code 2.1.332 sends it, with other names.</summary>
    private const string ClaudeCode = """
        {"v":1,"permission_mode":"auto","platform":"darwin","live_cwd":"/srv/app/web","home_dir":"/home/u",
        "rule_roots":{"userSettings":"/home/u/.claude","projectSettings":"/srv/app"},
        "trusted_directories":{"primary":{"path":"/srv/app","resolved":["/mnt/app","/srv/app"]},
          "additional":[{"path":"/srv/docs","resolved":["/srv/docs"],"source":"cliArg"}],"network":[],"block_reads_outside_working_directories":true},
        "rules":{"allow":[{"rule":"Bash(npm test:*)","source":"userSettings"}],
          "deny":[{"rule":"Read(./.env)","source":"userSettings","root":null,"pattern":".env"}],"ask":["Bash(docker:*)"]},
        "auto_mode":{"allow":[],"soft_deny":[],"hard_deny":[],"environment":[]},"case_insensitive_paths":false,"restricted":false,
        "user_identity":null,"git_state":{"branch":null,"status":null},"classifier_facts":{"bashPrescreenRetry":"true"},"refused_calls":[]}
        """;

    [Fact]
    public void What_claude_code_says_of_its_place_is_read()
    {
        var context = Read(ClaudeCode)!;

        Assert.Equal(("darwin", "/srv/app/web", "/home/u", true),
            (context.Platform, context.WorkingDirectory, context.HomeDirectory, context.BlocksReadsOutside));
        Assert.Equal("/srv/app /mnt/app /srv/docs", string.Join(' ', context.TrustedDirectories));
        Assert.Equal("Bash(npm test:*)", Assert.Single(context.Allow));
        Assert.Equal("Read(./.env)", Assert.Single(context.Deny));
        Assert.Equal("Bash(docker:*)", Assert.Single(context.Ask));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"v":1}""")]
    [InlineData("""{"later":[{"a":1}],"platform":null,"live_cwd":null,"trusted_directories":null,"rules":null}""")]
    [InlineData("""{"trusted_directories":{"primary":null,"additional":null,"later":1},"rules":{"allow":null,"later":{}}}""")]
    public void What_is_missing_has_its_default_and_what_is_not_known_is_passed_over(string context)
    {
        var read = Read(context)!;

        Assert.Equal(("linux", "", "", false), (read.Platform, read.WorkingDirectory, read.HomeDirectory, read.BlocksReadsOutside));
        Assert.Empty(read.TrustedDirectories);
        Assert.Empty(read.Deny);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"auto\"")]
    [InlineData("""{"platform":1}""")]
    [InlineData("""{"live_cwd":["/srv"]}""")]
    [InlineData("""{"home_dir":{}}""")]
    [InlineData("""{"trusted_directories":["/srv"]}""")]
    [InlineData("""{"trusted_directories":{"primary":1}}""")]
    [InlineData("""{"trusted_directories":{"primary":{"path":1}}}""")]
    [InlineData("""{"trusted_directories":{"primary":{"resolved":["/srv"]}}}""")]
    [InlineData("""{"trusted_directories":{"primary":{"path":"/srv","resolved":"/"}}}""")]
    [InlineData("""{"trusted_directories":{"additional":{}}}""")]
    [InlineData("""{"trusted_directories":{"additional":[true]}}""")]
    [InlineData("""{"trusted_directories":{"block_reads_outside_working_directories":"yes"}}""")]
    [InlineData("""{"rules":[]}""")]
    [InlineData("""{"rules":{"deny":"Bash"}}""")]
    [InlineData("""{"rules":{"deny":[1]}}""")]
    [InlineData("""{"rules":{"deny":[{"source":"userSettings"}]}}""")]
    [InlineData("""{"rules":{"ask":[{"rule":null}]}}""")]
    public void What_is_of_another_kind_makes_the_whole_unreadable_since_it_may_forbid(string context) => Assert.Null(Read(context));

    [Fact]
    public void Without_a_context_there_is_none() => Assert.Null(SafeguardContextReader.Read([], default));

    private static SafeguardContext? Read(string context)
    {
        var bytes = Encoding.UTF8.GetBytes(" " + context);
        return SafeguardContextReader.Read(bytes, new JsonValue(1, bytes.Length - 1));
    }
}
