using ContainerSecurity.Processes;

namespace Acceptance.Tests.Releasing;

/// <summary>A folder in another root, for programs that run there.</summary>
internal sealed class ChrootFolder : IDisposable
{
    private readonly string _root;
    private readonly string _name = $"/tmp/{Guid.NewGuid():N}";

    public ChrootFolder(string root)
    {
        _root = root;
        Directory.CreateDirectory(_root + _name);
    }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_root + _name, file), text);

    public void Copy(string from, string file) => File.Copy(from, Path.Combine(_root + _name, file));

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(params string[] command) => (await new ToolRunner().RunAsync(
        new ToolCommand
        {
            Executable = "chroot",
            Arguments = [_root, "sh", "-c", $"cd {_name} && exec \"$@\"", "chroot", .. command],
            Environment = System.Collections.Immutable.ImmutableSortedDictionary<string, string?>.Empty.Add("HOME", _name),
            AcceptedExitCodes = [.. Enumerable.Range(0, 126)],
            Timeout = TimeSpan.FromMinutes(1),
        },
        CancellationToken.None)).ExitCode;

    public void Dispose() => Directory.Delete(_root + _name, recursive: true);
}
