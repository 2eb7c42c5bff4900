namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Every command that is told by its words, by its program.</summary>
internal static class CommandPatterns
{
    private static readonly Dictionary<string, List<CommandPattern>> ByProgram = Sort();
    private static readonly List<CommandPattern> None = [];

    public static CommandPattern[] All { get; } = [.. RepositoryCommands.All, .. CloudCommands.All, .. SystemCommands.All];

    /// <param name="program">Without its folder.</param>
    public static List<CommandPattern> Find(string program) => ByProgram.GetValueOrDefault(program, None);

    private static Dictionary<string, List<CommandPattern>> Sort()
    {
        var sorted = new Dictionary<string, List<CommandPattern>>();
        foreach (var patterns in new[] { RepositoryCommands.All, CloudCommands.All, SystemCommands.All })
        {
            foreach (var pattern in patterns)
            {
                foreach (var program in pattern.Programs)
                {
                    if (!sorted.TryGetValue(program, out var list))
                        sorted[program] = list = [];
                    list.Add(pattern);
                }
            }
        }

        return sorted;
    }
}
