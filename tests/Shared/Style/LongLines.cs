using System.Text.RegularExpressions;

namespace Tests.Shared.Style;

/// <summary>
/// Finds lines of C# that are longer than <c>max_line_length</c> of <c>.editorconfig</c>; raw string literals may be, and a line that one string
/// fills.
/// </summary>
internal static partial class LongLines
{
    private const int Longest = 150;

    /// <param name="folder">A folder of the repository, searched at any depth.</param>
    /// <returns><c>path:line</c>.</returns>
    public static IEnumerable<string> In(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !BuildOutput().IsMatch(file))
        .Order(StringComparer.Ordinal)
        .SelectMany(InFile);

    private static IEnumerable<string> InFile(string file)
    {
        var isRaw = false;
        foreach (var (index, line) in File.ReadLines(Path.Combine(Repository.Root, file)).Index())
        {
            var delimiters = RawDelimiter().Count(line);
            if (line.Length > Longest && !isRaw && delimiters == 0 && !LongString().IsMatch(line))
                yield return $"{file}:{index + 1}";
            if (delimiters % 2 == 1)
                isRaw = !isRaw;
        }
    }

    [GeneratedRegex("(^|/)(bin|obj)/")]
    private static partial Regex BuildOutput();

    [GeneratedRegex("""
        "(?:[^"\\]|\\.){80,}"
        """)]
    private static partial Regex LongString();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawDelimiter();
}
