using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Workflows.Expressions;

/// <summary>
/// An expression of GitHub Actions as it is written (GitHub's documentation, "Evaluate expressions in workflows and actions"). Names mean the same
/// in any case.
/// </summary>
internal abstract record Expression
{
    /// <summary>An expression without a value that anybody could choose.</summary>
    public static Expression Nothing { get; } = new Literal("");

    /// <summary>Reads what stands between the braces.</summary>
    /// <remarks>GitHub refuses what cannot be read. It is then a call without a name, with every context that it mentions.</remarks>
    public static Expression Parse(string body) => new ExpressionParser(body).Parse();
}

/// <summary>A text without its quotes, a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed record Literal(string Text) : Expression
{
    /// <summary>Whether <c>&amp;&amp;</c> and <c>||</c> take it for false.</summary>
    public bool IsFalse => Text is "" or "false" or "null" or "0";
}

/// <summary>A context and the way into it: <c>github.event.labels[0].name</c>; or into what a call returns, without <see cref="Context"/>.</summary>
internal sealed record Access(Expression? Root, ImmutableArray<string> Path) : Expression
{
    /// <summary>Stands for each member or item: <c>.*</c>, <c>[*]</c>, and an index that is not a literal.</summary>
    public const string Any = "*";

    /// <summary>An index of <see cref="Path"/> is worked out when the workflow runs.</summary>
    public bool IsComputed { get; init; }

    /// <summary>In lower case; empty for a value that is no context.</summary>
    public string Context => Root is null ? Path[0] : "";

    /// <summary>As it is written, for messages.</summary>
    public string Name { get; init; } = string.Join('.', Path);
}

/// <summary><c>name(…)</c>; the name in lower case.</summary>
internal sealed record Call(string Function, ImmutableArray<Expression> Arguments) : Expression;

/// <summary>A row of <c>&amp;&amp;</c> or <c>||</c>, an operator of comparison between two, or <c>!</c> before one.</summary>
internal sealed record Operation(string Operator, ImmutableArray<Expression> Operands) : Expression;
