using System.Collections.Immutable;
using System.Text;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>A logical line cut into keyword, flags and the rest.</summary>
internal sealed record InstructionParts(string Written, ImmutableArray<InstructionFlag> Flags, string Rest)
{
    public static readonly char[] Blanks = ['\t', '\v', '\f', '\r', ' '];

    public string Keyword => Written.ToUpperInvariant();

    public static InstructionParts Split(string line, char escape)
    {
        var text = line.Trim();
        var end = text.IndexOfAny(Blanks);
        if (end < 0)
            return new InstructionParts(text, [], "");
        var flags = ImmutableArray.CreateBuilder<InstructionFlag>();
        var rest = ReadFlags(text[end..], escape, flags);
        return new InstructionParts(text[..end], flags.ToImmutable(), rest.Trim());
    }

    /// <returns>What follows the flags; a lone <c>--</c> ends them.</returns>
    private static string ReadFlags(string text, char escape, ImmutableArray<InstructionFlag>.Builder flags)
    {
        var rest = text.TrimStart();
        while (rest.StartsWith("--", StringComparison.Ordinal))
        {
            var (word, length) = ReadFlag(rest, escape);
            rest = rest[length..];
            if (word == "--")
                break;
            flags.Add(Flag(word));
            rest = rest.TrimStart();
        }

        return rest;
    }

    private static (string Word, int Length) ReadFlag(string text, char escape)
    {
        var word = new StringBuilder();
        char? quote = null;
        var at = 0;
        for (; at < text.Length && (quote is not null || !char.IsWhiteSpace(text[at])); at++)
        {
            var next = text[at];
            if (next == quote)
                quote = null;
            else if (quote is null && next is '\'' or '"')
                quote = next;
            else if (next != escape)
                word.Append(next);
            else if (at + 1 < text.Length)
                word.Append(text[++at]);
        }

        return (word.ToString(), at);
    }

    private static InstructionFlag Flag(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new InstructionFlag(word[2..], null) : new InstructionFlag(word[2..equals], word[(equals + 1)..]);
    }
}
