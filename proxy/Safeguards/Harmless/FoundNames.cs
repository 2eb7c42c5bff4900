using System.Collections.Immutable;
using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Harmless.Texts;
using ClaudeCodeProxy.Safeguards.Harmless.Values;
using ContainerSecurity.Shell.Syntax;

namespace ClaudeCodeProxy.Safeguards.Harmless;

/// <summary>Searches whose output names files where they searched, for the program behind them in a pipeline.</summary>
internal static class FoundNames
{
    private static readonly string[] ListingOptions = NameList.Read("-l -rl -lr -rlE -rli -ril -rlF --files --files-with-matches"u8);

    /// <summary>What a substitution prints.</summary>
    public static Argument? Find(ShellPipeline[] list)
    {
        if (list is not [var pipeline])
            return null;
        Argument? found = null;
        foreach (var step in pipeline.Steps)
            found = Find(step, found);
        return found;
    }

    /// <param name="step">A harmless one.</param>
    /// <param name="before">What comes in.</param>
    /// <returns>Null for any other text.</returns>
    public static Argument? Find(ShellStep step, Argument? before)
    {
        if (step.Command is not { Words: [{ IsLiteral: true } program, ..] } command)
            return null;
        if (program.Text is "find" or "fd" or "fdfind" or "git" && NamesSecrets(command))
            return null;
        return program.Text switch
        {
            "find" => HasNone(command, "-printf", "-exec", "-ls") ? Argument.Names : null,
            "fd" or "fdfind" => Argument.Names,
            "git" => command.Words is [_, { Text: "ls-files" }, ..] && HasNone(command, "-s", "--stage") ? Argument.Names : null,
            "grep" or "rg" when IsListing(command) => Argument.Names,
            "grep" or "rg" when before is not null && OnlyHas(command, "vEiFw", operands: 1) => before,
            "head" or "tail" or "sort" or "uniq" when before is not null && OnlyHas(command, "nru0123456789", operands: 0) => before,
            _ => null,
        };
    }

    private static bool NamesSecrets(ShellCommand command)
    {
        for (var at = 1; at < command.Words.Length; at++)
        {
            if (command.Words[at - 1].Text is not ("!" or "-not" or "-E" or "--exclude") && Places.MayMatchPrivate(command.Words[at].Text))
                return true;
        }

        return false;
    }

    private static bool HasNone(ShellCommand command, params ReadOnlySpan<string> options)
    {
        foreach (var word in command.Words)
        {
            if (options.Contains(word.Text))
                return false;
        }

        return true;
    }

    private static bool IsListing(ShellCommand command)
    {
        if (command.Words.Length < 2 || Array.IndexOf(ListingOptions, command.Words[1].Text) < 0)
            return false;
        for (var at = 2; at < command.Words.Length; at++)
        {
            var text = command.Words[at].Text;
            if (text.StartsWith('-') && !(text is "-i" or "-w" or "-r" or "-E" or "-F" or "-g" or "-t" or "--"
                || text.StartsWith("--include=", StringComparison.Ordinal) || text.StartsWith("--exclude-dir=", StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }

    // It reads what comes in, not a file.
    private static bool OnlyHas(ShellCommand command, string letters, int operands)
    {
        for (var at = 1; at < command.Words.Length; at++)
        {
            var word = command.Words[at];
            var isOption = word.Text.StartsWith('-');
            if (!word.IsLiteral || (isOption && !PlainCharacters.IsOf(word.Text.AsSpan(1), letters)))
                return false;
            if (!isOption && !PlainCharacters.IsOf(word.Text, "0123456789"))
                operands--;
        }

        return operands >= 0;
    }
}
