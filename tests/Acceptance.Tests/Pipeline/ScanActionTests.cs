using System.Text.Json;
using Acceptance.Tests.Verify;

namespace Acceptance.Tests.Pipeline;

/// <summary>What other repositories use: the action that judges them and their image.</summary>
public sealed class ScanActionTests : IDisposable
{
    private readonly ExampleService _service = new();
    private readonly CompositeAction _action = new("scan");

    public ScanActionTests() => _service.Build();

    public void Dispose()
    {
        _service.Dispose();
        _action.Delete();
    }

    [Fact]
    public async Task A_repository_that_keeps_its_promises_passes_and_leaves_its_reports_and_a_summary()
    {
        var (status, said) = await RunAsync();

        Assert.True(status == 0, said);
        Assert.Equal("pass", VerdictOf("policy"));
        Assert.Contains("policy", _action.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_fails_the_step_and_is_in_the_summary()
    {
        _service.Edit("Dockerfile", "USER 65532:65532", "USER 0:0");
        _service.Build();

        var (status, said) = await RunAsync();

        Assert.True(status == 1, said);
        Assert.Equal("fail", VerdictOf("policy"));
        Assert.Contains("IM-1.2", _action.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_policy_everything_else_is_judged_and_that_is_said()
    {
        File.Delete(_service.PathOf("repository/policy.yaml"));

        var lax = await _action.RunAsync(_service.PathOf("."), ("repository", "repository"), ("input", "greeter.tar"));
        var strict = await _action.RunAsync(_service.PathOf("."), ("repository", "repository"), ("input", "greeter.tar"), ("strict", "true"));

        Assert.True(lax.ExitCode == 0, lax.Said);
        Assert.Equal(3, strict.ExitCode);
        Assert.Equal(("incomplete", "pass"), (VerdictOf("policy"), VerdictOf("lint")));
        Assert.Contains("--target=InitPolicy", _action.Summary, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Said)> RunAsync() => _action.RunAsync(
        _service.PathOf("."), ("repository", "repository"), ("input", "greeter.tar"), ("policy", "repository/policy.yaml"));

    private string? VerdictOf(string gate)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_action.Outputs["reports"], "scan.json")));
        return report.RootElement.GetProperty("gates").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == gate).GetProperty("verdict").GetString();
    }
}
