using ClaudeCodeProxy.Safeguards.Harmless.Programs;
using ClaudeCodeProxy.Safeguards.Harmless.Values;
using ContainerSecurity.Shell.Syntax;

namespace ClaudeCodeProxy.Safeguards.Harmless;

// Simple commands and their redirections.
internal sealed partial class ScriptCheck
{
    private bool IsHarmless(ShellCommand command, Scene scene, Argument? found)
    {
        if (!AreHarmless(command.Redirections, scene))
            return false;
        if (command.Words is [])
            return MayAssign(command.Assignments, scene);
        var words = new Argument[command.Words.Length];
        for (var at = 0; at < words.Length; at++)
        {
            if (_values.Read(command.Words[at], scene) is not { } word)
                return false;
            words[at] = word;
            _isScriptText |= word.Text.StartsWith("#!", StringComparison.Ordinal);
        }

        if (!MaySetFor(command.Assignments, words[0], scene))
            return false;
        return words[0].Is("read") ? MayReadInto(words, scene) : IsHarmless(words, scene, found);
    }

    private bool IsHarmless(Argument[] words, Scene scene, Argument? found)
    {
        var around = new Surroundings(_places, scene.Folders);
        var isHarmless = ProgramCheck.IsHarmless(words, around, found);
        Writes |= around.Writes;
        return isHarmless || Refuse(around.Why ?? $"what {words[0].Shown} does is not known");
    }

    private bool MayAssign(ShellAssignment[] assignments, Scene scene)
    {
        foreach (var assignment in assignments)
        {
            if (assignment.Appends || !VariableNames.MaySet(assignment.Name))
                return Refuse($"what setting {assignment.Name} changes is not known");
            if (_values.Read(assignment.Value, scene, isAssigned: true) is not { } value)
                return false;
            scene.Set(assignment.Name, value);
        }

        return true;
    }

    private bool MaySetFor(ShellAssignment[] assignments, Argument program, Scene scene)
    {
        foreach (var assignment in assignments)
        {
            if (_values.Read(assignment.Value, scene, isAssigned: true) is not { } value)
                return false;
            if (assignment.Appends || value.Kind != ArgumentKind.Known
                || !(VariableNames.MaySetFor(assignment.Name, value.Text) || (assignment.Name == "IFS" && program.Is("read"))))
            {
                return Refuse($"what setting {assignment.Name} for {program.Shown} changes is not known");
            }
        }

        return true;
    }

    /// <summary><c>read -r name</c>.</summary>
    private bool MayReadInto(Argument[] words, Scene scene)
    {
        for (var at = 1; at < words.Length; at++)
        {
            var word = words[at];
            if (word.Kind != ArgumentKind.Known)
                return Refuse("which variable `read` sets is not known");
            if (word.Text is "-r" or "-s")
                continue;
            if (word.Text is "-d" or "-p" && at + 2 < words.Length && words[at + 1].Kind == ArgumentKind.Known)
                at++;
            else if (!VariableNames.MaySet(word.Text) || word.Text.Length == 0)
                return Refuse($"what `read {word.Text}` changes is not known");
            else
                scene.Set(word.Text, Argument.Unknown);
        }

        return words.Length > 1 || Refuse("which variable `read` sets is not known");
    }

    private bool AreHarmless(ShellRedirection[] redirections, Scene scene)
    {
        foreach (var redirection in redirections)
        {
            if (redirection.Source is not ("" or "0" or "1" or "2" or "&") || _values.Read(redirection.Target, scene) is not { } target)
                return Refuse("a redirection is not followed");
            var around = new Surroundings(_places, scene.Folders);
            var isHarmless = redirection.Operator switch
            {
                "<" => target.Kind == ArgumentKind.Known && around.MayRead(target, readsContent: true),
                ">" or ">>" or ">|" => target.Kind == ArgumentKind.Known && around.MayWrite(target),
                ">&" => target.Kind == ArgumentKind.Known && target.Text is "1" or "2",
                "<<<" => true,
                "<<" or "<<-" => target.Kind == ArgumentKind.Known,
                _ => false,
            };
            if (!isHarmless)
                return Refuse(around.Why ?? $"the redirection `{redirection.Operator}` to {target.Shown} is not followed");
            _isScriptText |= redirection.Operator is "<<" or "<<-" or "<<<" && target.Text.StartsWith("#!", StringComparison.Ordinal);
            Writes |= around.Writes && target.Text != "/dev/null";
        }

        return true;
    }
}
