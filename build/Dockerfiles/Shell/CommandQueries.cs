using System.Collections.Immutable;

namespace ContainerSecurity.Dockerfiles.Shell;

/// <summary>What rules ask about a command.</summary>
internal static class CommandQueries
{
    /// <summary>Whether it is this program with at least one of these arguments.</summary>
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

    /// <summary>The arguments that are no options.</summary>
    public static IEnumerable<string> Operands(this ShellCommand command) => command.Operands([]);

    /// <summary>The arguments that are neither options nor the values of these options.</summary>
    public static IEnumerable<string> Operands(this ShellCommand command, ImmutableArray<string> optionsWithValue)
    {
        var skipped = command.Flags.Select(flag => flag.Index).ToHashSet();
        skipped.UnionWith(command.Flags
            .Where(flag => optionsWithValue.Contains(flag.Name) && !command.Arguments[flag.Index].Contains('='))
            .Select(flag => flag.Index + 1));
        return command.Arguments.Where((_, index) => !skipped.Contains(index));
    }

    /// <summary>The arguments that follow an option.</summary>
    public static IEnumerable<string> ValuesOf(this ShellCommand command, string option) => command.Flags
        .Where(flag => flag.Name == option && flag.Index + 1 < command.Arguments.Length)
        .Select(flag => command.Arguments[flag.Index + 1]);

    /// <summary>The operands after a sub-command: the packages of <c>npm install</c>.</summary>
    public static IEnumerable<string> OperandsAfter(this ShellCommand command, string subcommand, ImmutableArray<string> optionsWithValue) =>
        command.Operands(optionsWithValue).SkipWhile(operand => operand != subcommand).SkipWhile(operand => operand == subcommand);

    /// <summary>Whether something is installed and nothing cleans up after it.</summary>
    public static bool ForgetsToClean(this ImmutableArray<ShellCommand> commands, Func<ShellCommand, bool> installs, Func<ShellCommand, bool> cleans)
    {
        var installed = commands.Index().FirstOrDefault(command => installs(command.Item), (-1, null!)).Index;
        var cleaned = commands.Index().FirstOrDefault(command => cleans(command.Item), (-1, null!)).Index;
        return installed >= 0 && cleaned <= installed;
    }
}
