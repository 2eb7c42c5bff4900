using System.Text;

namespace ContainerSecurity.Tools.ShellCheck;

/// <summary>Lines of a file in the order of their bytes: one is found without reading the others.</summary>
/// <param name="content">In another order, some are not found.</param>
internal sealed class SortedLines(byte[] content)
{
    public byte[] Content => content;

    public IEnumerable<string> All => Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static SortedLines Create(IEnumerable<string> lines) =>
        new(Encoding.UTF8.GetBytes(string.Concat(lines.Order(StringComparer.Ordinal).Select(line => line + "\n"))));

    /// <returns>A line that starts so, without its end; null when there is none.</returns>
    public string? Find(string start)
    {
        var wanted = Encoding.UTF8.GetBytes(start);
        for (var rest = content.AsSpan(); !rest.IsEmpty;)
        {
            // The line in the middle, the lines before it and those behind it.
            var at = rest[..(rest.Length / 2)].LastIndexOf((byte)'\n') + 1;
            var length = rest[at..].IndexOf((byte)'\n') is var end and >= 0 ? end : rest.Length - at;
            var line = rest.Slice(at, length);
            if (line.StartsWith(wanted))
                return Encoding.UTF8.GetString(line);
            rest = line.SequenceCompareTo(wanted) < 0 ? rest[Math.Min(rest.Length, at + length + 1)..] : rest[..at];
        }

        return null;
    }
}
