using System.Collections.Immutable;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell;

/// <summary>Queries about a command, for rules.</summary>
internal static class ShellCommandExtensions
{
    /// <summary>Whether it runs this program with at least one of these arguments.</summary>
    public static bool Runs(this ShellCommand command, string name, params ReadOnlySpan<string> anyOf)
    {
        if (command.Name != name)
            return false;
        foreach (var argument in anyOf)
        {
            if (command.Arguments.Contains(argument))
                return true;
        }

        return false;
    }

    public static bool HasFlag(this ShellCommand command, params ReadOnlySpan<string> anyOf)
    {
        foreach (var flag in command.Flags)
        {
            if (anyOf.Contains(flag.Name))
                return true;
        }

        return false;
    }

    public static int CountFlag(this ShellCommand command, string name) => command.Flags.Count(flag => flag.Name == name);

    /// <summary>Whether these arguments stand next to each other.</summary>
    public static bool HasInSequence(this ShellCommand command, params string[] arguments) =>
        Enumerable.Range(0, Math.Max(command.Arguments.Length - arguments.Length + 1, 0))
            .Any(start => command.Arguments.AsSpan(start, arguments.Length).SequenceEqual(arguments));

    /// <summary>The arguments that are not options.</summary>
    public static IEnumerable<string> Operands(this ShellCommand command) => command.Operands([]);

    /// <summary>The arguments that are neither options nor the values of these options.</summary>
    public static IEnumerable<string> Operands(this ShellCommand command, ImmutableArray<string> optionsWithValue)
    {
        var skipped = new bool[command.Arguments.Length + 1];
        foreach (var flag in command.Flags)
        {
            skipped[flag.Index] = true;
            if (optionsWithValue.Contains(flag.Name) && !command.Arguments[flag.Index].Contains('='))
                skipped[flag.Index + 1] = true;
        }

        return command.Arguments.Where((_, index) => !skipped[index]);
    }

    /// <summary>The arguments that follow an option.</summary>
    public static IEnumerable<string> ValuesOf(this ShellCommand command, string option) => command.Flags
        .Where(flag => flag.Name == option && flag.Index + 1 < command.Arguments.Length)
        .Select(flag => command.Arguments[flag.Index + 1]);

    /// <summary>The operands after a sub-command: the packages of <c>npm install</c>.</summary>
    public static IEnumerable<string> OperandsAfter(this ShellCommand command, string subcommand, ImmutableArray<string> optionsWithValue) =>
        command.Operands(optionsWithValue).SkipWhile(operand => operand != subcommand).SkipWhile(operand => operand == subcommand);

    private static int IndexOf(ImmutableArray<ShellCommand> commands, Func<ShellCommand, bool> isWanted)
    {
        for (var index = 0; index < commands.Length; index++)
        {
            if (isWanted(commands[index]))
                return index;
        }

        return -1;
    }

    /// <summary>Whether something is installed without a clean-up after it.</summary>
    public static bool InstallsWithoutCleanup(
        this ImmutableArray<ShellCommand> commands, Func<ShellCommand, bool> installs, Func<ShellCommand, bool> cleans)
    {
        var installed = IndexOf(commands, installs);
        return installed >= 0 && IndexOf(commands, cleans) <= installed;
    }
}
