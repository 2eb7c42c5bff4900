using System.Collections.Immutable;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>One step of a pipeline, compound or simple.</summary>
internal static class CommandReader
{
    // These run the command that their first argument names (ShellCheck: getCommandNameAndToken).
    private static readonly string[] Runners = ["busybox", "builtin", "command", "run"];

    private static readonly string[] Declarations = ["declare", "export", "local", "readonly", "typeset"];

    /// <returns>Null when no command stands here.</returns>
    public static ShellStep? Read(ShellCursor cursor)
    {
        if (Whitespace.TakeKeyword(cursor, "coproc"))
            return Read(cursor);
        return CompoundReader.Read(cursor) ?? ReadSimple(cursor);
    }

    private static ShellStep? ReadSimple(ShellCursor cursor)
    {
        var parts = new CommandParts { Line = cursor.LineAt(cursor.At) };
        while (RedirectionReader.TryRead(cursor, parts) || AssignmentReader.TryRead(cursor, parts))
            Whitespace.Skip(cursor);
        // A backslash before the name only avoids an alias.
        if (cursor.Peek() == '\\' && (char.IsAsciiLetterOrDigit(cursor.Peek(1)) || cursor.Peek(1) is '_' or ':' or '.'))
            cursor.At++;
        if (WordReader.Read(cursor) is not { } name)
            return parts.IsEmpty ? null : parts.ToStep(null);
        parts.Add(name);
        Whitespace.Skip(cursor);
        var timed = ReadArguments(cursor, parts, name.IsLiteral ? name.Text : "");
        return parts.ToStep(EffectiveName(parts.Words), timed);
    }

    /// <returns>What <c>time</c> times.</returns>
    private static ShellPipeline? ReadArguments(ShellCursor cursor, CommandParts parts, string name)
    {
        var (declares, times) = (Declarations.Contains(name), name == "time");
        while (!cursor.AtEnd)
        {
            if (times && cursor.Peek() != '-')
            {
                if (!ListReader.LooksAtCommand(cursor))
                    return null;
                var timed = ListReader.ReadPipeline(cursor);
                parts.AddNested([timed]);
                return timed;
            }

            if (RedirectionReader.TryRead(cursor, parts) || (declares && AssignmentReader.TryReadAsWord(cursor, parts)))
            {
                Whitespace.Skip(cursor);
                continue;
            }

            if (WordReader.Read(cursor) is not { } word)
                return null;
            parts.Add(word);
            Whitespace.Skip(cursor);
        }

        return null;
    }

    private static string? EffectiveName(List<ShellWord> words)
    {
        var name = Literal(words[0]);
        if (name == "exec")
            return ExecutedBy(words) is { } executed ? Literal(executed) : name;
        return Runners.Contains(name) && words.Count > 1 && !words[1].Text.StartsWith('-') ? Literal(words[1]) : name;
    }

    // `exec -a name command`: -a takes a value, -c and -l do not.
    private static ShellWord? ExecutedBy(List<ShellWord> words)
    {
        for (var index = 1; index < words.Count; index++)
        {
            var text = words[index].Text;
            if (!text.StartsWith('-'))
                return words[index];
            if (text.EndsWith('a'))
                index++;
        }

        return null;
    }

    private static string? Literal(ShellWord word) => word.IsLiteral ? word.Text : null;
}
