using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;

namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>What a rule says of commands: <c>git push:*</c> and <c>git push *</c> name all that begin so, anything else one command.</summary>
internal sealed class CommandRule(string pattern)
{
    private readonly string _pattern = pattern.EndsWith(":*", StringComparison.Ordinal) ? $"{pattern[..^2]} *" : pattern;

    /// <summary>Whether the text, or one command anywhere in it, is named.</summary>
    public bool Matches(string text)
    {
        if (MatchesOne(text.Trim()))
            return true;
        var script = ShellScript.Parse(text);
        foreach (var command in script.Commands)
        {
            var words = Array.ConvertAll([.. command.Words], word => word.Text);
            if (words.Length > 0 && (MatchesOne(string.Join(' ', words)) || MatchesOne(Effective(EffectiveCommand.From(command)))))
                return true;
        }

        return !script.IsReadable && MatchesLines(text);
    }

    private static string Effective(EffectiveCommand command) =>
        $"{command.Name} {string.Join(' ', Array.ConvertAll([.. command.Arguments], word => word.Text))}".Trim();

    private bool MatchesLines(string text)
    {
        foreach (var line in text.Split('\n', ';', '&', '|'))
        {
            if (MatchesOne(line.Trim()))
                return true;
        }

        return false;
    }

    private bool MatchesOne(string command) =>
        (_pattern.EndsWith(" *", StringComparison.Ordinal) && command == _pattern[..^2]) || TextPattern.Matches(_pattern, command);
}
