using System.Text;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>
/// Every command that is told by its words, by its program. The tables are texts, a third of the size of objects in a native program:
/// <c># rule</c>, or <c># rule: the end of its sentence</c>, and then a line for each pattern, <c>command; with one of; not with</c>.
/// </summary>
internal static class CommandPatterns
{
    private static readonly Dictionary<string, List<CommandPattern>> ByProgram = [];
    private static readonly List<CommandPattern> None = [];

    static CommandPatterns()
    {
        Read(RepositoryCommands.All);
        Read(CloudCommands.All);
        Read(SystemCommands.All);
    }

    public static List<CommandPattern> All { get; } = [];

    /// <param name="program">Without its folder.</param>
    public static List<CommandPattern> Find(string program) => ByProgram.GetValueOrDefault(program, None);

    private static void Read(ReadOnlySpan<byte> table)
    {
        var (rule, why) = (FlagRules.All[0], (string?)null);
        foreach (var line in Encoding.UTF8.GetString(table).Split('\n'))
        {
            if (line is ['#', ' ', .. var head])
            {
                var colon = head.IndexOf(':', StringComparison.Ordinal);
                rule = FlagRules.Find(colon < 0 ? head : head[..colon]);
                why = colon < 0 ? null : head[(colon + 2)..];
                continue;
            }

            var parts = line.Split("; ");
            Add(new CommandPattern(rule, parts[0], parts.Length > 1 ? parts[1] : "", parts.Length > 2 ? parts[2] : "") { Why = why });
        }
    }

    private static void Add(CommandPattern pattern)
    {
        All.Add(pattern);
        foreach (var program in pattern.Programs)
        {
            if (!ByProgram.TryGetValue(program, out var list))
                ByProgram[program] = list = [];
            list.Add(pattern);
        }
    }
}
