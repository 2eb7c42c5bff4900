using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>A text as physical lines, each with its line end; only a line feed ends a line.</summary>
internal static class SourceLines
{
    private const char ByteOrderMark = '\uFEFF';

    /// <param name="firstLine">The number of the first one: empty lines stand for those before it.</param>
    public static ImmutableArray<string> Split(string text, int firstLine = 1)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.AddRange(Enumerable.Repeat("\n", firstLine - 1));
        var start = text.StartsWith(ByteOrderMark) ? 1 : 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }

        return lines.ToImmutable();
    }

    public static string WithoutEnd(string line) => line.TrimEnd('\r', '\n');

    public static bool IsComment(string line) => line.AsSpan().TrimStart() is ['#', ..];
}
