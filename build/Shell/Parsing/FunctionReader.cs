using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary><c>name() { … }</c> and <c>function name { … }</c>; the body counts as run.</summary>
internal static class FunctionReader
{
    /// <returns>Null when no function is defined here.</returns>
    public static ShellCompound? TryRead(ShellCursor cursor, CommandParts parts)
    {
        if (cursor.Try(ReadSignature) is not { } name)
            return null;
        ShellPipeline[] body = [];
        Whitespace.SkipLines(cursor);
        if (cursor.Peek() == '{')
            body = CompoundReader.ReadGroup(cursor, parts, "}");
        else if (cursor.Peek() == '(')
            body = CompoundReader.ReadGroup(cursor, parts, ")");
        else
            cursor.Fail();
        return new ShellCompound(CompoundKind.Function) { Name = name, Branches = [new([], body, [])] };
    }

    private static string? ReadSignature(ShellCursor cursor)
    {
        var keyword = cursor.LooksAt("function ") && cursor.Take("function ");
        Whitespace.Skip(cursor);
        var start = cursor.At;
        // Bash takes letters of any script, also those that look like Latin ones.
        while (char.IsLetterOrDigit(cursor.Peek()) || cursor.LooksAtAny(keyword ? "_#:+?-./^@,[]*=!" : "_#:+?-./^@,"))
            cursor.At++;
        var end = cursor.At;
        if (end == start || cursor.Source[start] == '#')
            return null;
        Whitespace.Skip(cursor);
        if (!(cursor.Peek() == '(' && SkipParentheses(cursor)) && !keyword)
            return null;
        // `time ( … )` is a command.
        var name = cursor.Source[start..end];
        return keyword || name != "time" ? name : null;
    }

    private static bool SkipParentheses(ShellCursor cursor)
    {
        var end = cursor.At + 1;
        while (end < cursor.Source.Length && Whitespace.IsBlank(cursor.Source[end]))
            end++;
        if (end >= cursor.Source.Length || cursor.Source[end] != ')')
            return false;
        cursor.At = end + 1;
        return true;
    }
}
