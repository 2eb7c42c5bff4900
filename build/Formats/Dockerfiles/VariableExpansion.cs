using System.Collections.Immutable;
using System.Text;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>What becomes of a word when its variables are known, and which of them are not (buildkit: frontend/dockerfile/shell/lex.go).</summary>
/// <param name="Text">Null when no builder can read the word.</param>
internal sealed record VariableExpansion(string? Text, ImmutableSortedSet<string> Known, ImmutableSortedSet<string> Unknown)
{
    /// <param name="word">With quotes and escapes as written.</param>
    /// <param name="lookup">A variable's value; null when it is not set.</param>
    public static VariableExpansion Of(string word, char escape, Func<string, string?> lookup) => new Reader(word, escape, false, lookup).Read();

    /// <summary>Of a here-document's content, in which quotes mean nothing.</summary>
    public static VariableExpansion OfContent(string content, Func<string, string?> lookup) => new Reader(content, '\\', true, lookup).Read();

    private sealed class Reader(string source, char escape, bool plainQuotes, Func<string, string?> lookup)
    {
        // Deeper nesting than anyone writes; without a limit a hostile text could exhaust the stack.
        private const int DeepestNesting = 100;

        private readonly ImmutableSortedSet<string>.Builder _known = ImmutableSortedSet.Create<string>(StringComparer.Ordinal).ToBuilder();
        private readonly ImmutableSortedSet<string>.Builder _unknown = ImmutableSortedSet.Create<string>(StringComparer.Ordinal).ToBuilder();
        private int _at;
        private int _depth;

        private char? Peek => _at < source.Length ? source[_at] : null;

        public VariableExpansion Read()
        {
            var text = ReadUntil(null, keepEscapes: false);
            return new VariableExpansion(text, _known.ToImmutable(), _unknown.ToImmutable());
        }

        private string? ReadUntil(char? stop, bool keepEscapes)
        {
            var result = new StringBuilder();
            while (Peek is { } next && next != stop)
            {
                var part = next switch
                {
                    '$' => ReadVariable(),
                    '\'' when !plainQuotes => ReadSingleQuoted(),
                    '"' when !plainQuotes => ReadDoubleQuoted(keepEscapes),
                    _ => ReadPlain(keepEscapes),
                };
                if (part is null)
                    return null;
                result.Append(part);
            }

            if (stop is not null && Peek is null)
                return null;
            _at += stop is null ? 0 : 1;
            return result.ToString();
        }

        private string ReadPlain(bool keepEscapes)
        {
            var next = source[_at++];
            if (next != escape)
                return next.ToString();
            return (keepEscapes ? escape.ToString() : "") + (Peek is null ? "" : source[_at++]);
        }

        private string? ReadSingleQuoted()
        {
            var end = source.IndexOf('\'', _at + 1);
            if (end < 0)
                return null;
            var text = source[(_at + 1)..end];
            _at = end + 1;
            return text;
        }

        private string? ReadDoubleQuoted(bool keepEscapes)
        {
            var result = new StringBuilder();
            _at++;
            while (Peek is { } next && next != '"')
            {
                if (next != '$')
                    result.Append(ReadInDoubleQuotes(keepEscapes));
                else if (ReadVariable() is { } value)
                    result.Append(value);
                else
                    return null;
            }

            if (Peek is null)
                return null;
            _at++;
            return result.ToString();
        }

        private string ReadInDoubleQuotes(bool keepEscapes)
        {
            var next = source[_at++];
            if (next != escape)
                return next.ToString();
            var kept = keepEscapes ? escape.ToString() : "";
            return kept + (Peek is '"' or '$' || Peek == escape ? source[_at++] : next);
        }

        private string? ReadVariable()
        {
            _at++;
            if (Peek != '{')
                return ReadName() is { Length: > 0 } bare ? Value(bare) ?? "" : "$";
            _at++;
            return Peek is null or '{' or '}' or ':' || ++_depth > DeepestNesting ? null : ReadBraces();
        }

        private string? ReadBraces()
        {
            var name = ReadName();
            var operation = Peek;
            _at++;
            var text = operation switch
            {
                '}' => Value(name) ?? "",
                ':' when Peek is { } inner && inner is not ('#' or '%') => ReadAlternative(name, source[_at++], emptyIsUnset: true),
                '+' or '-' or '?' => ReadAlternative(name, operation.Value, emptyIsUnset: false),
                '#' or '%' => ReadTrimmed(name, operation.Value),
                '/' => ReadReplaced(name),
                _ => null,
            };
            _depth--;
            return text;
        }

        private string? ReadAlternative(string name, char operation, bool emptyIsUnset)
        {
            if (ReadUntil('}', keepEscapes: false) is not { } alternative)
                return null;
            var value = Value(name);
            var isSet = emptyIsUnset ? !string.IsNullOrEmpty(value) : value is not null;
            return operation switch
            {
                '-' => isSet ? value : alternative,
                '+' => isSet ? alternative : "",
                '?' => isSet ? value : null,
                _ => null,
            };
        }

        private string? ReadTrimmed(string name, char operation)
        {
            if (ReadUntil('}', keepEscapes: true) is not { } pattern)
                return null;
            var longest = pattern.StartsWith(operation);
            var glob = new TextPattern(longest ? pattern[1..] : pattern);
            var value = Value(name) ?? "";
            return operation == '#' ? glob.TrimStart(value, longest) : glob.TrimEnd(value, longest);
        }

        private string? ReadReplaced(string name)
        {
            var all = Peek == '/';
            _at += all ? 1 : 0;
            return ReadUntil('/', keepEscapes: true) is { } pattern && ReadUntil('}', keepEscapes: true) is { } replacement
                ? new TextPattern(pattern).Replace(Value(name) ?? "", replacement, all)
                : null;
        }

        private string ReadName()
        {
            var start = _at;
            if (Peek is '@' or '*' or '#' or '?' or '-' or '$' or '!')
                return source[_at++].ToString();
            var digits = Peek is { } first && char.IsDigit(first);
            while (Peek is { } next && (digits ? char.IsDigit(next) : char.IsLetterOrDigit(next) || next == '_'))
                _at++;
            return source[start.._at];
        }

        private string? Value(string name)
        {
            var value = lookup(name);
            (value is null ? _unknown : _known).Add(name);
            return value;
        }
    }
}
