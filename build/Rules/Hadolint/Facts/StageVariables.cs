using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint.Facts;

/// <summary>The variables that are known at a place: ENV of this stage and of the one it builds upon, and every ARG so far.</summary>
internal sealed class StageVariables
{
    private readonly Dictionary<string, HashSet<string>> _stages = [];
    private readonly HashSet<string> _arguments = [];
    private HashSet<string> _environment = [];

    public void See(LintedInstruction instruction)
    {
        switch (instruction.Keyword)
        {
            case "FROM":
                _environment = [.. _stages.GetValueOrDefault(instruction.BaseImage.Name, [])];
                if (instruction.BaseImage.Alias is { } alias)
                    _stages.TryAdd(alias, _environment);
                break;
            case "ENV":
                _environment.UnionWith(instruction.Pairs.Select(pair => pair.Name));
                break;
            case "ARG":
                _arguments.UnionWith(instruction.Pairs.Select(pair => pair.Name));
                break;
        }
    }

    /// <summary>Whether a text, as the shell model shows it, holds one of them.</summary>
    public bool AreUsedIn(string text) => _environment.Concat(_arguments).Any(name => text.Contains($"${{{name}}}", StringComparison.Ordinal));
}
