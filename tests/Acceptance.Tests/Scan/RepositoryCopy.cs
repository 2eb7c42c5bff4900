using System.Text.Json;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Dotnet;

namespace Acceptance.Tests.Scan;

/// <summary>The checkout, copied with its compiled binary, so that a fault can be planted and the suite run on it as a user would.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    /// <summary>History, build output and packages of npm are not part of what is judged; the suite's own program is needed to run.</summary>
    private static readonly string[] LeftOut = [".git", "obj", "node_modules", "artifacts", "TestResults"];

    public RepositoryCopy()
    {
        Requirement.ProxyBinary();
        CopyFolder(Repository.Paths.Root, Root);
        CopyFolder(Path.Combine(Repository.Paths.Output, "proxy"), Path.Combine(Root, "artifacts", "proxy"));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("repository-").FullName;

    /// <summary>What the user has set besides.</summary>
    public Dictionary<string, string?> Variables { get; } = [];

    public string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>Replaces a text that must occur.</summary>
    public void Edit(string file, string text, string by)
    {
        var before = File.ReadAllText(PathOf(file));
        Assert.Contains(text, before);
        File.WriteAllText(PathOf(file), before.Replace(text, by));
    }

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>1-based line of the first occurrence.</summary>
    public int LineOf(string file, string text) =>
        Array.FindIndex(File.ReadAllLines(PathOf(file)), line => line.Contains(text, StringComparison.Ordinal)) + 1;

    /// <summary>Runs the suite where there is no network but loopback.</summary>
    public Task<ScanOutcome> RunOfflineAsync(params string[] arguments) => RunAsync(["unshare", "--net", "bash"], arguments);

    public Task<ScanOutcome> RunAsync(params string[] arguments) => RunAsync(["bash"], arguments);

    private async Task<ScanOutcome> RunAsync(string[] program, string[] arguments)
    {
        var report = PathOf("artifacts/reports/scan.json");
        if (File.Exists(report))
            File.Delete(report);
        var command = DotnetCommands.Command([.. program[1..], PathOf("build.sh"), .. arguments]);
        command = command with
        {
            Executable = program[0],
            Environment = command.Environment.SetItems(Variables),
            AcceptedExitCodes = [0, 1, 2, 3],
            WorkingDirectory = Root,
        };
        var result = await new ToolRunner().RunAsync(command, CancellationToken.None);
        return new ScanOutcome(
            result.ExitCode,
            result.Output + result.ErrorOutput,
            File.Exists(report) ? JsonDocument.Parse(await File.ReadAllBytesAsync(report)).RootElement : null);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        // In a worktree .git is a file, and a copy of it would lead git to the history that it was copied from.
        foreach (var file in Directory.EnumerateFiles(from).Where(file => !LeftOut.Contains(Path.GetFileName(file))))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => !LeftOut.Contains(Path.GetFileName(folder))))
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
