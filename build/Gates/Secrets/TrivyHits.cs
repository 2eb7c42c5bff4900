using System.Text;
using ContainerSecurity.Images;
using ContainerSecurity.Secrets;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates.Secrets;

/// <summary>
/// Holds what Trivy reports against the text that it read: its rules know forms and no placeholders. What cannot be read again stays reported.
/// </summary>
internal static class TrivyHits
{
    private const long LargestFile = 32 * 1024 * 1024;

    private const int LeastStars = 4;

    /// <param name="lines">Where the secret may stand, as written.</param>
    public static bool IsPlaceholder(TrivySecret secret, IEnumerable<string> lines) =>
        lines.Select(line => Uncover(secret.Match ?? "", line)).FirstOrDefault(value => value is not null) is { } value
        && (Placeholder.IsToken(value) || SecretValue.Judge(value) == SecretWorth.Nothing);

    /// <returns>The line of the finding; empty when the file cannot be read.</returns>
    public static IEnumerable<string> LineOf(string root, string path, int line)
    {
        var file = new FileInfo(Path.Combine(root, path));
        try
        {
            return file.Exists && file.Length <= LargestFile ? [.. File.ReadLines(file.FullName, Encoding.Latin1).Skip(line - 1).Take(1)] : [];
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Lines of files in the layers, read in one pass.</summary>
    /// <param name="wanted">Layer, path and line.</param>
    public static IReadOnlyDictionary<(string Layer, string Path, int Line), string> LinesOf(
        ContainerImage image, IReadOnlySet<(string Layer, string Path, int Line)> wanted)
    {
        var found = new Dictionary<(string, string, int), string>();
        foreach (var layer in image.Layers.Where(layer => wanted.Any(place => place.Layer == layer.DiffId)))
        {
            foreach (var entry in layer.ReadEntries().Where(entry => entry.Content is not null && entry.Size <= LargestFile))
            {
                var lines = wanted.Where(place => place.Layer == layer.DiffId && place.Path == entry.Path).Select(place => place.Line).ToHashSet();
                if (lines.Count == 0)
                    continue;

                using var text = new StreamReader(entry.Content!, Encoding.Latin1, leaveOpen: true);
                for (var number = 1; text.ReadLine() is { } line; number++)
                {
                    if (lines.Contains(number))
                        found[(layer.DiffId, entry.Path, number)] = line;
                }
            }
        }

        return found;
    }

    /// <summary>What stands under the stars; null when the line is another one.</summary>
    private static string? Uncover(string masked, string line)
    {
        var first = masked.IndexOf(new string('*', LeastStars), StringComparison.Ordinal);
        if (first < 0)
            return null;

        var stars = masked.AsSpan(first).IndexOfAnyExcept('*');
        var count = stars < 0 ? masked.Length - first : stars;
        var (before, after) = (masked[..first].TrimStart(), masked[(first + count)..].TrimEnd());
        for (var at = line.IndexOf(before, StringComparison.Ordinal); at >= 0; at = line.IndexOf(before, at + 1, StringComparison.Ordinal))
        {
            var start = at + before.Length;
            if (start + count <= line.Length && line.AsSpan(start + count).StartsWith(after, StringComparison.Ordinal))
                return line.Substring(start, count);
        }

        return null;
    }
}
