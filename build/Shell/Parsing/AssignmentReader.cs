using System.Text;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary><c>NAME=value</c>, <c>NAME+=value</c>, <c>NAME[index]=value</c>, <c>NAME=(a b)</c>.</summary>
internal static class AssignmentReader
{
    public static bool TryRead(ShellCursor cursor, CommandParts parts)
    {
        if (!MayBegin(cursor) || cursor.TryOnce("assignment", Read) is not { } assignment)
            return false;
        parts.Assignments.Add(assignment);
        return true;
    }

    /// <summary>As the argument of <c>export</c> and similar commands.</summary>
    public static bool TryReadAsWord(ShellCursor cursor, CommandParts parts)
    {
        if (!MayBegin(cursor) || cursor.TryOnce("assignment", Read) is not { } assignment)
            return false;
        var name = $"{assignment.Name}=";
        var value = assignment.Value;
        parts.Add(new ShellWord(name + value.Text, value.IsLiteral, value.Substitutions)
        {
            Parts = [new WordPart(WordPartKind.Literal, name, true), .. value.Parts],
        });
        return true;
    }

    private static bool MayBegin(ShellCursor cursor)
    {
        var ahead = 0;
        while (char.IsAsciiLetterOrDigit(cursor.Peek(ahead)) || cursor.Peek(ahead) == '_')
            ahead++;
        return ahead > 0 && cursor.Peek(ahead) is '=' or '+' or '[';
    }

    private static ShellAssignment? Read(ShellCursor cursor)
    {
        var start = cursor.At;
        while (char.IsAsciiLetterOrDigit(cursor.Peek()) || cursor.Peek() == '_')
            cursor.At++;
        if (cursor.At == start || char.IsAsciiDigit(cursor.Source[start]))
            return null;
        var name = cursor.Source[start..cursor.At];
        var isElement = cursor.Peek() == '[';
        if (!SkipIndices(cursor) || cursor.LooksAt("==="))
            return null;
        var appends = cursor.Take("+=");
        if (!appends && !cursor.Take("="))
            return null;
        return new ShellAssignment(
            name, cursor.Peek() == '(' ? ReadArray(cursor) : WordReader.Read(cursor) ?? new ShellWord("", true, []), appends || isElement);
    }

    private static bool SkipIndices(ShellCursor cursor)
    {
        while (cursor.Peek() == '[')
        {
            var end = cursor.Source.IndexOf(']', cursor.At);
            if (end < 0)
                return false;
            cursor.At = end + 1;
        }

        return true;
    }

    private static ShellWord ReadArray(ShellCursor cursor)
    {
        var elements = new List<ShellWord>();
        cursor.At++;
        Whitespace.SkipLines(cursor);
        while (!cursor.AtEnd && cursor.Peek() != ')')
        {
            if (WordReader.Read(cursor) is { } element)
                elements.Add(element);
            else if (cursor.Peek() == '(')
                elements.Add(cursor.Nested(ReadArray));
            else
                cursor.Fail();
            Whitespace.SkipLines(cursor);
        }

        cursor.Expect(")");
        var (text, parts, substitutions) = (new StringBuilder(), new List<WordPart>(), new List<ShellSubstitution>());
        for (var at = 0; at < elements.Count; at++)
        {
            var element = elements[at];
            if (at > 0)
            {
                text.Append(' ');
                parts.Add(new WordPart(WordPartKind.Literal, " ", false));
            }

            text.Append(element.Text);
            parts.AddRange(element.Parts);
            substitutions.AddRange(element.Substitutions);
        }

        return new ShellWord(text.ToString(), false, [.. substitutions]) { Parts = [.. parts] };
    }
}
