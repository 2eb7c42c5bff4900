using ContainerSecurity.Checkout.Globs;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Flow.Values;

namespace ContainerSecurity.Rules.Facts;

/// <summary>The files that ADD, COPY and mounts bring into a stage, and where they come from.</summary>
/// <param name="context">What COPY copies from; null where nobody knows.</param>
/// <param name="folder">The working directory.</param>
internal sealed class StageFiles(ScriptWalk walk, ContextFolder? context, string folder)
{
    private const int CommitLength = 40;

    private FileTree Files => walk.State.Files;

    public void Add(BuildStep step)
    {
        foreach (var source in SourcesOf(step))
        {
            if (!source.Contains("://", StringComparison.Ordinal) && !source.StartsWith("git@", StringComparison.Ordinal))
            {
                TakeLocal(step, source);
                continue;
            }

            var isClone = source.Split('#')[0].EndsWith(".git", StringComparison.Ordinal) || source.StartsWith("git@", StringComparison.Ordinal);
            var download = walk.Bring("ADD", source, isClone);
            if (step.Instruction.Flags.Any(flag => flag is { Name: "checksum", Value.Length: > 0 }) || (isClone && IsCommit(source)))
                download.Trust = Trust.Full;
            var content = new Value("${_}") { From = [download] };
            if (isClone)
                Files.Fill(FolderOf(step), content, isOwn: true);
            else
                Write(step, source.Split('?')[0], content);
        }
    }

    /// <param name="stateOf">Of the stage of a name; null for an image.</param>
    public void Copy(BuildStep step, Func<string?, FlowState?> stateOf)
    {
        var name = step.Instruction.Flags.FirstOrDefault(flag => flag.Name == "from")?.Value;
        foreach (var source in SourcesOf(step))
        {
            if (name is null)
                TakeLocal(step, source);
            else if (stateOf(name) is not { } from)
                Write(step, source, Value.Empty);
            else if (from.Files.File(FilePath.Resolve("/", source)) is { } file)
                Write(step, source, file);
            else if (Glob.HasWildcard(source))
                from.Files.Match(FilePath.Resolve("/", source)).ToList().ForEach(path => Write(step, path, from.Files.File(path)!));
            else
                Files.Copy(from.Files, FilePath.Resolve("/", source), FolderOf(step));
        }
    }

    /// <summary>What a RUN mounts, for as long as it runs.</summary>
    /// <returns>What of it is to be taken away again.</returns>
    public IReadOnlyList<(string Target, IKnownFolder Folder)> Mount(BuildStep step, Func<string?, FlowState?> stateOf)
    {
        var mounted = new List<(string, IKnownFolder)>();
        foreach (var mount in RunMount.Read(step.Instruction).Where(mount => mount is { Type: "bind", Target: not "" }))
        {
            var target = Resolve(mount.Target);
            if (stateOf(mount.From) is { } other)
                Files.Copy(other.Files, FilePath.Resolve("/", mount.Source), target);
            else if (mount.From is null && context?.Find(mount.Source) is { } part)
                mounted.Add((target, part));
        }

        foreach (var (target, part) in mounted)
            Files.Mount(target, part);
        return mounted;
    }

    public void Unmount(IReadOnlyList<(string Target, IKnownFolder Folder)> mounted)
    {
        foreach (var (target, part) in mounted)
            Files.Unmount(target, part);
    }

    /// <summary>A here-document, or what lies in the build context.</summary>
    private void TakeLocal(BuildStep step, string source)
    {
        if (HereDocumentWord.Parse(source) is { } word)
        {
            var document = step.Instruction.HereDocuments.FirstOrDefault(document => document.Name == word.Name);
            Write(step, word.Name, new Value(document?.Content ?? ""));
            return;
        }

        if (context?.Find(source) is not { } part)
            Write(step, source, Value.Empty);
        else if (KeepsFolders(step))
            Files.Mount(FolderOf(step), context.Whole);
        else
            Array.ForEach(part.IsFile ? TargetsOf(step, source) : [FolderOf(step)], target => Files.Mount(target, part));
    }

    private static IEnumerable<string> SourcesOf(BuildStep step) => step.Words.SkipLast(1);

    private void Write(BuildStep step, string source, Value content)
    {
        foreach (var target in TargetsOf(step, source))
            Files.Write(target, content);
    }

    /// <summary>Where a file goes. Whether a target without a slash is a folder, only the base image knows.</summary>
    private string[] TargetsOf(BuildStep step, string source)
    {
        var (target, name) = (step.Words.LastOrDefault("."), FilePath.NameOf(source.TrimEnd('/')));
        var inside = Resolve($"{target}/{name}");
        return target.EndsWith('/') || target is "." or ".." || step.Arguments.Length > 2 ? [inside] : [Resolve(target), inside];
    }

    /// <summary>Where a folder's files go.</summary>
    private string FolderOf(BuildStep step) => Resolve(step.Words.LastOrDefault("."));

    private string Resolve(string target) => FilePath.Resolve(folder, FilePath.WithoutDrive(target));

    /// <summary>A file keeps its path below the target.</summary>
    private static bool KeepsFolders(BuildStep step) => step.Instruction.Flags.Any(flag => flag is { Name: "parents", Value: null or "true" });

    private static bool IsCommit(string source) =>
        source.Split('#') is [_, var fragment] && fragment.Split(':')[0] is { Length: >= CommitLength } commit && commit.All(char.IsAsciiHexDigit);
}
