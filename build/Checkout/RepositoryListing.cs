using System.Collections.Immutable;
using ContainerSecurity.Checkout.Ignoring;
using ContainerSecurity.Findings;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Checkout;

/// <summary>
/// Lists the files of a repository. Git says which folders are build output: a tracked file is looked at wherever it lies, so that no key can hide
/// under <c>bin</c>. Without git, output is what lies beside the project that writes it.
/// </summary>
internal sealed class RepositoryListing(IToolRunner? runner, BuildPaths paths)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>The files of an exported tree, whatever repository lies around it.</summary>
    /// <exception cref="InputException">As for <see cref="ReadAsync"/>.</exception>
    public static RepositoryFiles ReadExported(BuildPaths paths) => new RepositoryListing(null, paths).Read(ignored: null);

    /// <exception cref="InputException">A folder or a .gitignore cannot be read.</exception>
    public async Task<RepositoryFiles> ReadAsync(CancellationToken cancellation) => Read(await IgnoredByGitAsync(cancellation));

    private RepositoryFiles Read(ImmutableHashSet<string>? ignored)
    {
        try
        {
            return ignored is null
                ? Walk(IsOutputByPlace, [])
                : Walk(folder => ignored.Contains(folder + "/") && IsOutputByName(folder), ignored);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            var next = "Give this user the right to read them.";
            throw new InputException($"The files of the repository cannot be listed: {closed.Message} {next}", closed);
        }
    }

    /// <returns>
    /// Folders with a slash at their end, named instead of what is in them; null without git, or outside of a repository: an exported tree.
    /// </returns>
    private async Task<ImmutableHashSet<string>?> IgnoredByGitAsync(CancellationToken cancellation)
    {
        try
        {
            var said = await runner!.RunAsync(
                new ToolCommand
                {
                    Executable = "git",
                    Arguments =
                    [
                        "-c", "safe.directory=*", "-c", "core.fsmonitor=false",
                        "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory",
                    ],
                    WorkingDirectory = paths.Root,
                    Timeout = Limit,
                },
                cancellation);
            return [.. said.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries)];
        }
        catch (ToolFailedException)
        {
            return null;
        }
    }

    private RepositoryFiles Walk(Func<string, bool> isBuildFolder, ImmutableHashSet<string> ignored)
    {
        var output = new List<string>();
        var walked = FolderWalk.Under(paths.Root, LeavesOut).ToList();
        var files = Ordered(walked.Where(file => !file.IsLink));
        var unread = new List<(string, string)>();
        return new RepositoryFiles
        {
            Root = paths.Root,
            Files = files,
            FileLinks = Ordered(walked.Where(file => file is { IsLink: true, IsFolder: false })),
            FolderLinks = Ordered(walked.Where(file => file is { IsLink: true, IsFolder: true })),
            BuildFolders = [.. output.Order(StringComparer.Ordinal)],
            Ignored = [.. files.Where(file => IsUnder(ignored, file))],
            IgnoreRules = ReadIgnoreRules(files, unread),
            UnreadIgnoreFiles = [.. unread],
        };

        bool LeavesOut(string folder)
        {
            var isOutput = Path.Combine(paths.Root, folder) == paths.Output || isBuildFolder(folder);
            if (isOutput)
                output.Add(folder);
            return isOutput;
        }
    }

    /// <summary>In an ignored folder git reads none.</summary>
    private GitIgnoreRules ReadIgnoreRules(ImmutableArray<string> files, List<(string, string)> unread)
    {
        var rules = GitIgnoreRules.None;
        var named = files.Where(file => Path.GetFileName(file) == GitIgnoreRules.FileName);
        foreach (var file in named.OrderBy(RepositoryPath.Depth))
        {
            var folder = RepositoryPath.FolderOf(file);
            if (folder.Length > 0 && rules.IsIgnored(folder, isDirectory: true))
                continue;
            try
            {
                rules = rules.With(folder, IgnorePatternParser.Parse(BoundedFile.ReadText(file, Path.Combine(paths.Root, file))));
            }
            catch (InputException noText)
            {
                unread.Add((file, noText.Message));
            }
        }

        return rules;
    }

    private static ImmutableArray<string> Ordered(IEnumerable<WalkedFile> files) =>
        [.. files.Select(file => file.Path).Order(StringComparer.Ordinal)];

    private static bool IsUnder(ImmutableHashSet<string> ignored, string file)
    {
        for (var slash = file.IndexOf('/'); slash >= 0; slash = file.IndexOf('/', slash + 1))
        {
            if (ignored.Contains(file[..(slash + 1)]))
                return true;
        }

        return ignored.Contains(file);
    }

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
