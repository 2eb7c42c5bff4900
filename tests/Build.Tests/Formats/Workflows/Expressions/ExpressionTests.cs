using ContainerSecurity.Formats.Workflows.Expressions;

namespace Build.Tests.Formats.Workflows.Expressions;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("github.sha", "github.sha")]
    [InlineData("GitHub.Event['pull_request'].Labels[0].*.name", "github.event.pull_request.labels.0.*.name")]
    [InlineData("a[b.c].d", "a.*.d")]
    [InlineData("a.b-c_d", "a.b-c_d")]
    [InlineData("'it''s'", "'it's'")]
    [InlineData("-1.5e3", "'-1.5e3'")]
    [InlineData("true", "'true'")]
    [InlineData("!a.b", "!(a.b)")]
    [InlineData("a && b || c && !d", "||(&&(a b) &&(c !(d)))")]
    [InlineData("a || b && c", "||(a &&(b c))")]
    [InlineData("(a || b) && c", "&&(||(a b) c)")]
    [InlineData("a.x == 'y' && b", "&&(==(a.x 'y') b)")]
    [InlineData("Contains(a, 'b')", "contains(a 'b')")]
    [InlineData("always()", "always()")]
    [InlineData("fromJSON(a.b).c[0]", "fromjson(a.b)/c.0")]
    [InlineData("(a.b).c", "a.b.c")]
    [InlineData("a.b +", "(a.b)")]
    [InlineData("a b.c", "(a b.c)")]
    [InlineData("a.", "(a)")]
    [InlineData("'open", "'open'")]
    [InlineData("", "()")]
    public void It_is_taken_apart(string text, string expected) => Assert.Equal(expected, Show(Expression.Parse(text)));

    [Fact]
    public void One_that_is_nested_too_deep_is_not_read_but_its_contexts_are_known() => Assert.Equal(
        "(github.head_ref)", Show(Expression.Parse(new string('(', 100_000) + "github.head_ref" + new string(')', 100_000))));

    private static string Show(Expression expression) => expression switch
    {
        Literal literal => $"'{literal.Text}'",
        Access { Root: { } root } access => $"{Show(root)}/{string.Join('.', access.Path)}",
        Access access => string.Join('.', access.Path),
        Call call => $"{call.Function}({string.Join(' ', call.Arguments.Select(Show))})",
        Operation operation => $"{operation.Operator}({string.Join(' ', operation.Operands.Select(Show))})",
        _ => "?",
    };
}
