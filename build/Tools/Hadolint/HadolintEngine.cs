using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Hadolint;

/// <summary>Lints with the real Hadolint and relies only on its JSON, neither on its exit code nor on missing output.</summary>
internal sealed class HadolintEngine(IToolRunner runner, string executable, string version)
{
    /// <param name="root">Folder to which the files are relative.</param>
    /// <returns>Findings with the files' paths as they were given.</returns>
    /// <exception cref="ToolFailedException">Another version, an error message on stderr, or no report.</exception>
    public async Task<ImmutableArray<Finding>> LintAsync(
        string root, ImmutableArray<string> files, LintConfiguration configuration, CancellationToken cancellation)
    {
        await CheckVersionAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("lint-");
        try
        {
            var file = Path.Combine(folder.FullName, "hadolint.yaml");
            await File.WriteAllTextAsync(file, HadolintConfiguration.Write(configuration), cancellation);
            var command = HadolintCommand.Lint(executable, root, file, [.. files.Select(AsArgument)]);
            var result = await runner.RunAsync(command, cancellation);
            return Findings(result);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task CheckVersionAsync(CancellationToken cancellation)
    {
        var said = (await runner.RunAsync(HadolintCommand.Version(executable), cancellation)).Output.Trim();
        if (!said.EndsWith($" {version}", StringComparison.Ordinal))
            throw new ToolFailedException($"Hadolint {version} is pinned, but `{said}` was found; delete it from the cache to fetch it again.");
    }

    private static ImmutableArray<Finding> Findings(ToolResult result)
    {
        // Hadolint reports an unreadable configuration on stderr and continues without it.
        if (result.ErrorOutput.Trim() is { Length: > 0 } complaint)
            throw new ToolFailedException($"Hadolint complained, so its findings cannot be trusted: {complaint}");
        var findings = HadolintJson.Read(result.Output);
        if (result.ExitCode == 0 || findings.Length > 0)
            return [.. findings.Select(finding => finding with { File = AsGiven(finding.File!) })];
        throw new ToolFailedException("Hadolint ended with exit code 1 and reported nothing.");
    }

    // A path that begins with a dash must not be read as an option.
    private static string AsArgument(string path) => Path.IsPathRooted(path) ? path : $"./{path}";

    private static string AsGiven(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
}
