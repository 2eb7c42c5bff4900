using System.Globalization;
using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Images.Building;

/// <summary>Works out which files a COPY brings to which paths (Dockerfile reference, COPY).</summary>
internal sealed partial class CopyInstruction(CopySources sources, ImageTree tree)
{
    /// <param name="workingDirectory">What a relative destination begins at.</param>
    public IEnumerable<BuildFile> Files(BuildStep copy, string workingDirectory)
    {
        var words = copy.Words.ToList();
        var found = words.SkipLast(1).SelectMany(sources.Resolve).ToList();
        var target = new Target(Absolute(words[^1], workingDirectory), IsFolder(words[^1]));
        if (found.Count > 1 && !target.IsFolder)
        {
            throw new RefusedInstructionException(
                BuildRule.CS3, $"{found.Count} sources need a folder as their destination", $"End the destination with `/`: `{words[^1]}/`.");
        }

        var mode = Mode(copy.Flags.GetValueOrDefault("chmod")?.Value);
        var (uid, gid) = Owner(copy.Flags.GetValueOrDefault("chown")?.Value);
        return found.SelectMany(entry => Files(entry, target)).Select(file => file with { Mode = mode ?? file.Mode, Uid = uid, Gid = gid });
    }

    private IEnumerable<BuildFile> Files(ContextEntry source, Target target)
    {
        if (source.Kind == ContextEntryKind.Directory)
        {
            // The content is copied, not the folder itself.
            var prefix = source.Path.Length == 0 ? 0 : source.Path.Length + 1;
            return sources
                .Content(source)
                .Select(entry => File(entry, ImagePath.Join(target.Path, entry.Path[prefix..])))
                .Prepend(BuildFile.Directory(target.Path));
        }

        var intoFolder = target.IsFolder || tree.IsDirectory(target.Path);
        return [File(source, intoFolder ? ImagePath.Join(target.Path, source.Name) : target.Path)];
    }

    private static BuildFile File(ContextEntry entry, string path) =>
        entry.Kind == ContextEntryKind.Directory
            ? BuildFile.Directory(path)
            : new BuildFile(path, entry.File, entry.IsExecutable ? BuildFile.ExecutableMode : BuildFile.PlainMode);

    private static string Absolute(string path, string workingDirectory) =>
        ImagePath.Normalise(path.StartsWith('/') ? path : $"{workingDirectory}/{path}")
        ?? throw new RefusedInstructionException(BuildRule.CS3, $"`{path}` leads out of the image", "Give a path inside the image.");

    private static bool IsFolder(string path) => path is "." or ".." || path.EndsWith('/') || path.EndsWith("/.", StringComparison.Ordinal);

    private static int? Mode(string? chmod) => chmod switch
    {
        null => null,
        _ when OctalMode().IsMatch(chmod) => Convert.ToInt32(chmod, 8),
        _ => throw new RefusedInstructionException(
            BuildRule.CS1, $"--chmod={chmod} is not an octal mode", "Write it as three or four octal digits, such as 0755."),
    };

    private static (int Uid, int Gid) Owner(string? chown)
    {
        if (chown is null)
            return (0, 0);
        if (NumericOwner().Match(chown) is not { Success: true } owner)
        {
            throw new RefusedInstructionException(
                BuildRule.CS1,
                $"--chown={chown} is not numeric, and an image from scratch has no user names",
                "Write it as uid:gid, such as 65532:65532.");
        }

        var uid = int.Parse(owner.Groups[1].Value, CultureInfo.InvariantCulture);
        return (uid, owner.Groups[2].Success ? int.Parse(owner.Groups[2].Value, CultureInfo.InvariantCulture) : uid);
    }

    [GeneratedRegex("\\A[0-7]{3,4}\\z")]
    private static partial Regex OctalMode();

    [GeneratedRegex("\\A([0-9]{1,6})(?::([0-9]{1,6}))?\\z")]
    private static partial Regex NumericOwner();

    private sealed record Target(string Path, bool IsFolder);
}
