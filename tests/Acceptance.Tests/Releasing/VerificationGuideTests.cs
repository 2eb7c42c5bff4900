using System.Text.RegularExpressions;
using Build.Tests.Images;
using Build.Tests.Releasing;
using ContainerSecurity.Checkout;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.Releasing;

/// <summary>Every block of VERIFY.md runs as it stands there, and finds what was changed.</summary>
public sealed partial class VerificationGuideTests(SignedRelease sample) : IClassFixture<SignedRelease>
{
    [SkippableFact]
    public async Task Every_block_finds_nothing_wrong_with_a_release_as_it_was_made()
    {
        RequirePrograms();
        var blocks = BlocksOf(sample.Release.Path);
        Assert.Equal(9, blocks.Count);

        foreach (var block in blocks)
        {
            var result = await RunAsync(sample.Release.Path, block);
            Assert.True(result.ExitCode == 0, $"{block}\n{result.Output}{result.ErrorOutput}");
        }

        Assert.Contains(sample.Key.Public.Id, (await RunAsync(sample.Release.Path, blocks[0])).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(sample.Release.Path), file => Path.GetFileName(file) is "signed" or "signature");
    }

    [SkippableFact]
    public async Task The_blocks_of_a_release_that_nobody_signed_run_too()
    {
        RequirePrograms();
        using var unsigned = SampleRelease.Create(key: null, made: DateTimeOffset.UtcNow.AddDays(-2));
        var blocks = BlocksOf(unsigned.Path);

        Assert.Equal(6, blocks.Count);
        foreach (var block in blocks)
            Assert.Equal(0, (await RunAsync(unsigned.Path, block)).ExitCode);
    }

    [SkippableTheory]
    [InlineData("claude-code-proxy-2.0.0-linux-x64", "sha256sum --check --strict SHA256SUMS")]
    [InlineData("SHA256SUMS", "-signature SHA256SUMS.sig SHA256SUMS")]
    [InlineData("SHA256SUMS.sig", "-signature SHA256SUMS.sig SHA256SUMS")]
    [InlineData("policy.yaml", "policy.yaml")]
    [InlineData("claude-code-proxy-2.0.0-image.tar", ".subject[]")]
    public async Task What_was_changed_is_found_by_its_block(string file, string found)
    {
        RequirePrograms();
        using var copy = new TemporaryFolder();
        FileCopies.CopyTree(sample.Release.Path, copy.Path);
        var content = await File.ReadAllBytesAsync(copy[file]);
        content[^1] ^= 1;
        await File.WriteAllBytesAsync(copy[file], content);

        var block = BlocksOf(copy.Path).First(text => text.Contains(found, StringComparison.Ordinal));

        Assert.NotEqual(0, (await RunAsync(copy.Path, block)).ExitCode);
    }

    [SkippableFact]
    public async Task Another_key_and_a_verdict_that_is_over_are_found()
    {
        RequirePrograms();
        using var thief = new ReleaseKey();
        using var old = SampleRelease.Create(sample.Key.Signing, made: DateTimeOffset.UtcNow.AddDays(-200));

        Assert.NotEqual(0, await ExitCodeOf("valid-until", sample.Key));
        Assert.Equal(0, await ExitCodeOf("SHA256SUMS.sig", sample.Key));
        Assert.NotEqual(0, await ExitCodeOf("SHA256SUMS.sig", thief));
        Assert.NotEqual(0, await ExitCodeOf("DSSEv1", thief));

        async Task<int> ExitCodeOf(string block, ReleaseKey key) => (await RunAsync(
            old.Path, BlocksOf(old.Path).Single(text => text.Contains(block, StringComparison.Ordinal)), key.PublicFile)).ExitCode;
    }

    private static void RequirePrograms()
    {
        Requirement.Program("openssl", "openssl");
        Requirement.Program("jq", "jq");
    }

    private static List<string> BlocksOf(string release) =>
        [.. ShellBlock().Matches(File.ReadAllText(Path.Combine(release, "VERIFY.md"))).Select(block => block.Groups["text"].Value)];

    private Task<ToolResult> RunAsync(string release, string block, string? key = null) => new ToolRunner().RunAsync(
        new ToolCommand
        {
            Executable = "sh",
            Arguments = ["-eu", "-c", block],
            WorkingDirectory = release,
            Environment = System.Collections.Immutable.ImmutableSortedDictionary<string, string?>.Empty.Add("KEY", key ?? sample.Key.PublicFile),
            AcceptedExitCodes = [.. Enumerable.Range(0, 128)],
            Timeout = TimeSpan.FromMinutes(1),
        },
        CancellationToken.None);

    [GeneratedRegex("^```sh\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
