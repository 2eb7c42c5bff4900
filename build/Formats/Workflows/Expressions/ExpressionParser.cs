using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Workflows.Expressions;

/// <summary>The grammar: <c>||</c> binds less than <c>&amp;&amp;</c>, that less than comparisons, those less than <c>!</c>.</summary>
internal sealed class ExpressionParser(string body)
{
    // The parser calls itself for each bracket and `!`.
    private const int DeepestNesting = 100;

    private readonly ImmutableArray<ExpressionToken> _tokens = ExpressionToken.Read(body);
    private int _at;
    private int _depth;

    private ExpressionToken Current => _at < _tokens.Length ? _tokens[_at] : default;

    public Expression Parse()
    {
        try
        {
            var whole = ReadOr();
            if (_at == _tokens.Length)
                return whole;
        }
        catch (FormatException)
        {
            // Not an expression.
        }

        return new Call("", [.. Mentioned()]);
    }

    private Expression ReadOr() => ReadRow(() => ReadRow(ReadComparison, "&&"), "||");

    /// <summary>Comparisons in a row are one: all that matters is that it yields true or false.</summary>
    private Expression ReadComparison() => ReadRow(ReadNot, "==", "!=", "<", "<=", ">", ">=");

    private Expression ReadRow(Func<Expression> read, params ReadOnlySpan<string> between)
    {
        var (first, sign) = (read(), Current);
        if (sign.Kind != ExpressionTokenKind.Sign || !between.Contains(sign.Text))
            return first;
        var operands = ImmutableArray.CreateBuilder<Expression>();
        operands.Add(first);
        while (Current.Kind == ExpressionTokenKind.Sign && between.Contains(Current.Text))
        {
            _at++;
            operands.Add(read());
        }

        return new Operation(sign.Text, operands.ToImmutable());
    }

    private Expression ReadNot()
    {
        var negations = 0;
        while (Take("!"))
            negations++;
        var value = ReadAccess(ReadPrimary());
        return negations == 0 ? value : new Operation("!", [value]);
    }

    private Expression ReadPrimary()
    {
        var token = Current;
        if (Take("("))
            return Enter(ReadGroup);
        _at++;
        return token.Kind switch
        {
            ExpressionTokenKind.Text or ExpressionTokenKind.Number => new Literal(token.Text),
            ExpressionTokenKind.Name when Take("(") => Enter(() => new Call(Lower(token), ReadArguments())),
            ExpressionTokenKind.Name when Lower(token) is "true" or "false" or "null" or "nan" or "infinity" => new Literal(Lower(token)),
            ExpressionTokenKind.Name => new Access(null, [Lower(token)]) { Name = token.Text },
            _ => throw new FormatException(),
        };
    }

    private Expression ReadGroup()
    {
        var inner = ReadOr();
        Expect(")");
        return inner;
    }

    private ImmutableArray<Expression> ReadArguments()
    {
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        if (Take(")"))
            return [];
        do
            arguments.Add(ReadOr());
        while (Take(","));
        Expect(")");
        return arguments.ToImmutable();
    }

    private Expression ReadAccess(Expression root)
    {
        var path = (root is Access context ? context.Name.Split('.') : []).ToList();
        var (start, computed) = (path.Count, false);
        while (true)
        {
            if (Take("."))
            {
                path.Add(ReadMember());
            }
            else if (Take("["))
            {
                var index = Take("*") ? new Literal(Access.Any) : Enter(ReadOr);
                computed |= index is not Literal;
                path.Add(index is Literal literal ? literal.Text : Access.Any);
                Expect("]");
            }
            else
            {
                break;
            }
        }

        return path.Count == start ? root
            : new Access(root is Access ? null : root, [.. path.Select(name => name.ToLowerInvariant())])
            {
                IsComputed = computed,
                Name = string.Join('.', path.Prepend("()").Skip(root is Access ? 1 : 0)),
            };
    }

    private string ReadMember()
    {
        var token = Current;
        _at++;
        return token is { Kind: ExpressionTokenKind.Name or ExpressionTokenKind.Number } or { Kind: ExpressionTokenKind.Sign, Text: "*" }
            ? token.Text
            : throw new FormatException();
    }

    private T Enter<T>(Func<T> read)
    {
        if (++_depth > DeepestNesting)
            throw new FormatException();
        var inner = read();
        _depth--;
        return inner;
    }

    /// <summary>Every context with its way, whatever is around it.</summary>
    private IEnumerable<Expression> Mentioned()
    {
        for (var at = 0; at < _tokens.Length; at++)
        {
            if (_tokens[at].Kind != ExpressionTokenKind.Name)
                continue;
            var path = ImmutableArray.Create(Lower(_tokens[at]));
            while (at + 2 < _tokens.Length && _tokens[at + 1].Text == "." && _tokens[at + 2].Kind == ExpressionTokenKind.Name && path.Length < 16)
                path = path.Add(Lower(_tokens[at += 2]));
            yield return new Access(null, path);
        }
    }

    private bool Take(string sign)
    {
        if (Current.Kind != ExpressionTokenKind.Sign || Current.Text != sign)
            return false;
        _at++;
        return true;
    }

    private void Expect(string sign)
    {
        if (!Take(sign))
            throw new FormatException();
    }

    private static string Lower(ExpressionToken token) => token.Text.ToLowerInvariant();
}
