using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Flow.Values;

namespace ContainerSecurity.Rules.Facts;

/// <summary>The files that ADD and COPY bring into a stage, and where they come from.</summary>
internal sealed class StageFiles(ScriptWalk walk, string folder)
{
    private const int CommitLength = 40;

    private FileTree Files => walk.State.Files;

    public void Add(BuildStep step)
    {
        foreach (var source in SourcesOf(step))
        {
            if (!source.Contains("://", StringComparison.Ordinal) && !source.StartsWith("git@", StringComparison.Ordinal))
            {
                Files.Write(TargetOf(step, source), Value.Empty);
                continue;
            }

            var isClone = source.Split('#')[0].EndsWith(".git", StringComparison.Ordinal) || source.StartsWith("git@", StringComparison.Ordinal);
            var download = walk.Bring("ADD", source, isClone);
            if (step.Instruction.Flags.Any(flag => flag is { Name: "checksum", Value.Length: > 0 }) || (isClone && IsCommit(source)))
                download.Trust = Trust.Full;
            var content = new Value("${_}") { From = [download] };
            if (isClone)
                Files.Fill(FilePath.Resolve(folder, step.Words.LastOrDefault(".")), content, isOwn: true);
            else
                Files.Write(TargetOf(step, source.Split('?')[0]), content);
        }
    }

    /// <param name="from">The stage that it copies from; null for the build context, or an image.</param>
    public void Copy(BuildStep step, FlowState? from)
    {
        if (step.Instruction.HereDocuments is [var document])
        {
            Files.Write(TargetOf(step, document.Name), new Value(document.Content));
            return;
        }

        foreach (var source in SourcesOf(step))
        {
            if (from is null)
                Files.Write(TargetOf(step, source), Value.Empty);
            else if (from.Files.File(FilePath.Resolve("/", source)) is { } file)
                Files.Write(TargetOf(step, source), file);
            else
                Files.Copy(from.Files, FilePath.Resolve("/", source), FilePath.Resolve(folder, step.Words.LastOrDefault(".")));
        }
    }

    private static IEnumerable<string> SourcesOf(BuildStep step) => step.Words.SkipLast(1);

    private string TargetOf(BuildStep step, string source)
    {
        var target = step.Words.LastOrDefault(".");
        var isFolder = target.EndsWith('/') || target is "." or ".." || step.Arguments.Length > 2;
        return FilePath.Resolve(folder, isFolder ? $"{target}/{FilePath.NameOf(source.TrimEnd('/'))}" : target);
    }

    private static bool IsCommit(string source) =>
        source.Split('#') is [_, var fragment] && fragment.Split(':')[0] is { Length: >= CommitLength } commit && commit.All(char.IsAsciiHexDigit);
}
