using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Workflows.Expressions;

/// <summary>A part of an expression. The default stands for its end.</summary>
internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, string Text)
{
    /// <summary>Anything has tokens: a letter that means nothing is a sign of its own.</summary>
    public static ImmutableArray<ExpressionToken> Read(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<ExpressionToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var (kind, end) = Next(text, at);
            var part = text[at..end];
            tokens.Add(new ExpressionToken(kind, kind == ExpressionTokenKind.Text ? Unquote(part) : part));
            at = end;
        }

        return tokens.ToImmutable();
    }

    private static (ExpressionTokenKind Kind, int End) Next(string text, int at) => text[at] switch
    {
        '\'' => (ExpressionTokenKind.Text, EndOfText(text, at + 1)),
        var letter when char.IsAsciiLetter(letter) || letter == '_' => (ExpressionTokenKind.Name, EndOf(text, at, IsOfName)),
        var digit when char.IsAsciiDigit(digit) || (digit is '-' or '+' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) =>
            (ExpressionTokenKind.Number, EndOf(text, at + 1, letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '+' or '-')),
        _ => (ExpressionTokenKind.Sign, at + (IsPair(text, at) ? 2 : 1)),
    };

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';

    private static bool IsPair(string text, int at) =>
        at + 1 < text.Length && (text[at], text[at + 1]) is ('&', '&') or ('|', '|') or ('=' or '!' or '<' or '>', '=');

    private static int EndOf(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
            at++;
        return at;
    }

    /// <summary>Two quotes are one of the text.</summary>
    private static int EndOfText(string text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] != '\'')
                continue;
            if (at + 1 < text.Length && text[at + 1] == '\'')
                at++;
            else
                return at + 1;
        }

        return text.Length;
    }

    private static string Unquote(string part) =>
        (part.Length > 1 && part[^1] == '\'' ? part[1..^1] : part[1..]).Replace("''", "'", StringComparison.Ordinal);
}

/// <summary>What a part of an expression is.</summary>
internal enum ExpressionTokenKind
{
    End,
    Name,
    Text,
    Number,
    Sign,
}
