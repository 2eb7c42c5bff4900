namespace Acceptance.Tests.Scan;

/// <summary>Bad input ends in exit code 2 with one message that names the input, and never in a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly RepositoryCopy _copy = new();

    [SkippableFact]
    public async Task A_damaged_image_archive()
    {
        Assert.Equal(0, (await _copy.RunAsync("--target=Image")).ExitCode);
        var archive = _copy.PathOf("artifacts/image.tar");
        using (var file = File.Open(archive, FileMode.Open))
            file.SetLength(file.Length / 2);

        await AssertRefusedAsync("artifacts/image.tar", "--target=Scan", "--input=artifacts/image.tar");
    }

    [SkippableFact]
    public async Task A_hadolint_configuration_that_is_not_YAML()
    {
        _copy.Write("hadolint.yaml", "ignored: [DL3008\nfailure-threshold: : error");

        await AssertRefusedAsync("hadolint.yaml", "--target=Scan");
    }

    [SkippableFact]
    public async Task An_unknown_option() => await AssertRefusedAsync("--no-such-option", "--target=Scan", "--no-such-option=1");

    [SkippableFact]
    public async Task An_unknown_target() => await AssertRefusedAsync("Skan", "--target=Skan");

    public void Dispose() => _copy.Dispose();

    private async Task AssertRefusedAsync(string named, params string[] arguments)
    {
        var outcome = await _copy.RunAsync(arguments);

        Assert.True(outcome.ExitCode == 2, outcome.Said);
        Assert.Contains(named, outcome.Said);
        Assert.DoesNotContain("   at ", outcome.Said);
    }
}
