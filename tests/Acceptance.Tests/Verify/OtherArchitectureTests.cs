using Acceptance.Tests.Scan;

namespace Acceptance.Tests.Verify;

/// <summary>Both architectures from one machine: compiled, put into one index, verified each, and run under QEMU where it is not native.</summary>
public sealed class OtherArchitectureTests : IDisposable
{
    private const string Rid = "linux-arm64";
    private const string Qemu = "qemu-aarch64-static";

    private readonly RepositoryCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [SkippableFact]
    public async Task One_index_holds_both_each_is_verified_and_the_other_answers_under_QEMU()
    {
        Requirement.Program(Qemu, "qemu-user-static");

        var outcome = await _copy.RunAsync("--target=Verify", "--quick", $"--rid=linux-x64,{Rid}");

        Assert.True(outcome.ExitCode == 0, outcome.Said);
        var report = outcome.Report!.Value;
        Assert.Equal("linux/amd64", report.GetProperty("image").GetProperty("platform").GetString());
        Assert.Equal("linux/arm64", Assert.Single(report.GetProperty("otherImages").EnumerateArray()).GetProperty("platform").GetString());
        Assert.Contains("ELF for arm64", report.GetProperty("claims").ToString());
        await AnswersAsync(_copy.PathOf($"artifacts/proxy/{Rid}/claude-code-proxy"));
    }

    private static async Task AnswersAsync(string binary)
    {
        var port = FreePort.Next();
        var variables = new Dictionary<string, string> { ["PORT"] = $"{port}", ["HOME"] = "/nonexistent", ["OPENAI_API_KEY"] = "none" };
        using var server = ServerProcess.Start(Qemu, [binary, "serve"], variables);
        await server.WaitForHealthAsync(new Uri($"http://127.0.0.1:{port}/health"), TimeSpan.FromSeconds(60));
    }
}
