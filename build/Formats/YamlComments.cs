using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace ContainerSecurity.Formats;

/// <summary>The comments of a YAML text.</summary>
internal static class YamlComments
{
    /// <summary>Those that stand behind something, by the line.</summary>
    /// <param name="text">Valid YAML.</param>
    public static IReadOnlyDictionary<int, string> ReadInline(string text)
    {
        var comments = new Dictionary<int, string>();
        var scanner = new Scanner(new StringReader(text), skipComments: false);
        while (scanner.MoveNext())
        {
            if (scanner.Current is Comment { IsInline: true, Value.Length: > 0 } comment)
                comments[(int)comment.Start.Line] = comment.Value.Trim();
        }

        return comments;
    }
}
