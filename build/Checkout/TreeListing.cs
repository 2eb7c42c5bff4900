using System.Collections.Immutable;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Checkout;

/// <summary>
/// Lists a checkout. Git says which folders are build output: a tracked file is looked at wherever it lies, so that no key can hide under
/// <c>bin</c>. Without git, output is what lies beside the project that writes it.
/// </summary>
internal sealed class TreeListing(IToolRunner runner, BuildPaths paths)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public async Task<TreeFiles> ReadAsync(CancellationToken cancellation)
    {
        ImmutableHashSet<string> ignored;
        try
        {
            ignored = [.. await GitAsync(["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory"], cancellation)];
        }
        catch (ToolFailedException)
        {
            // No git, or no repository: an exported tree.
            return Walk(IsOutputByPlace, []);
        }

        return Walk(folder => ignored.Contains(folder + "/") && IsOutputByName(folder), ignored);
    }

    private async Task<string[]> GitAsync(ImmutableArray<string> arguments, CancellationToken cancellation)
    {
        var said = await runner.RunAsync(
            new ToolCommand
            {
                Executable = "git",
                Arguments = ["-c", "safe.directory=*", "-c", "core.fsmonitor=false", .. arguments],
                WorkingDirectory = paths.Root,
                Timeout = Limit,
            },
            cancellation);
        return said.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    private TreeFiles Walk(Func<string, bool> isBuildFolder, ImmutableHashSet<string> ignored)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        var output = ImmutableArray.CreateBuilder<string>();
        var links = ImmutableArray.CreateBuilder<string>();
        var open = new Stack<string>([""]);
        while (open.TryPop(out var folder))
        {
            foreach (var entry in Entries(folder))
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                if (entry.LinkTarget is not null)
                    links.Add(path);
                else if (entry is FileInfo)
                    files.Add(path);
                else if (IsOutput(path) || isBuildFolder(path))
                    output.Add(path);
                else
                    open.Push(path);
            }
        }

        return new TreeFiles(files.ToImmutable(), output.ToImmutable(), [.. files.Where(file => IsUnder(ignored, file))]) { Links = links.ToImmutable() };
    }

    private IEnumerable<FileSystemInfo> Entries(string folder) => new DirectoryInfo(Path.Combine(paths.Root, folder))
        .EnumerateFileSystemInfos()
        .Where(entry => entry.Name != ".git")
        .OrderBy(entry => entry.Name, StringComparer.Ordinal);

    /// <summary>Git names an ignored folder once, with a slash, and not what is in it.</summary>
    private static bool IsUnder(ImmutableHashSet<string> ignored, string file)
    {
        for (var slash = file.IndexOf('/'); slash >= 0; slash = file.IndexOf('/', slash + 1))
        {
            if (ignored.Contains(file[..(slash + 1)]))
                return true;
        }

        return ignored.Contains(file);
    }

    private bool IsOutput(string folder) => Path.Combine(paths.Root, folder) == paths.Output;

    private static bool IsOutputByName(string folder) => Path.GetFileName(folder) is "bin" or "obj" or "artifacts" or "node_modules";

    private bool IsOutputByPlace(string folder)
    {
        var beside = Path.GetDirectoryName(Path.Combine(paths.Root, folder))!;
        return Path.GetFileName(folder) switch
        {
            "bin" or "obj" => Directory.EnumerateFiles(beside, "*.csproj").Any(),
            "node_modules" => File.Exists(Path.Combine(beside, "package.json")),
            _ => false,
        };
    }
}
