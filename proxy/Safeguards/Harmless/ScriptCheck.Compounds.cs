using ClaudeCodeProxy.Safeguards.Harmless.Programs;
using ClaudeCodeProxy.Safeguards.Harmless.Values;
using ContainerSecurity.Shell.Syntax;

namespace ClaudeCodeProxy.Safeguards.Harmless;

// Groups, conditions and loops.
internal sealed partial class ScriptCheck
{
    private const int MostRounds = 8;
    private int _loops;

    private bool IsHarmless(ShellCompound compound, Scene scene)
    {
        if (!AreHarmless(compound.Redirections, scene))
            return false;
        switch (compound.Kind)
        {
            case CompoundKind.Group:
                return IsHarmless(compound.Branches[0].Body, scene);
            case CompoundKind.Subshell:
                return IsHarmless(compound.Branches[0].Body, scene.Copy());
            case CompoundKind.Test:
                return IsHarmlessTest(compound.Words, scene);
            case CompoundKind.If:
                return IsHarmlessIf(compound.Branches, scene);
            case CompoundKind.While or CompoundKind.Until:
                return IsHarmlessWhile(compound.Branches[0], scene);
            case CompoundKind.For:
                return IsHarmlessFor(compound, scene);
            default:
                return Refuse(compound.Name.Length > 0 ? $"the function {compound.Name} is not followed" : "a compound command is not followed");
        }
    }

    private bool IsHarmlessTest(ShellWord[] words, Scene scene)
    {
        var arguments = new Argument[words.Length];
        for (var at = 0; at < words.Length; at++)
        {
            if (_values.Read(words[at], scene) is not { } word)
                return false;
            arguments[at] = word;
        }

        var around = new Surroundings(_places, scene.Folders);
        return TestCheck.IsHarmless(arguments, around) || Refuse(around.Why ?? "this test is not followed");
    }

    private bool IsHarmlessIf(ShellBranch[] branches, Scene scene)
    {
        foreach (var branch in branches)
        {
            if (!IsHarmless(branch.Condition, scene))
                return false;
            var inner = scene.Copy();
            if (!IsHarmless(branch.Body, inner))
                return false;
            scene.MayBeIn(inner.Folders);
        }

        foreach (var branch in branches)
        {
            AssignedNames.Forget(branch.Condition, scene);
            AssignedNames.Forget(branch.Body, scene);
        }

        return true;
    }

    // Goes on while there is something to read, or until a file is there; what never ends is not harmless.
    private bool IsHarmlessWhile(ShellBranch branch, Scene scene)
    {
        var ends = branch.Condition is [{ Steps: [var step] }]
            && (step.Compound is { Kind: CompoundKind.Test } || step.Command is { Words: [{ IsLiteral: true, Text: "read" }, ..] });
        return ends ? IsHarmlessLoop(branch, scene) : Refuse("when a loop ends is not known");
    }

    private bool IsHarmlessFor(ShellCompound loop, Scene scene)
    {
        if (loop.Words is [] || !VariableNames.MaySet(loop.Name))
            return Refuse("what a loop goes through is not known");
        var elements = new Argument[loop.Words.Length];
        for (var at = 0; at < elements.Length; at++)
        {
            if (_values.Read(loop.Words[at], scene) is not { } words)
                return false;
            elements[at] = AsElement(words);
        }

        // Loops inside loops would multiply.
        if (elements.Length > MostRounds || _loops > 1)
            elements = [Argument.Unknown];
        _loops++;
        foreach (var element in elements)
        {
            if (!IsHarmlessLoop(loop.Branches[0], scene, loop.Name, element))
                return false;
        }

        _loops--;
        return true;
    }

    private static Argument AsElement(Argument words) => words.Kind switch
    {
        ArgumentKind.Pattern => new Argument(ArgumentKind.Name, words.Text),
        ArgumentKind.Known or ArgumentKind.Names => words,
        _ => Argument.Unknown,
    };

    private bool IsHarmlessLoop(ShellBranch branch, Scene scene, string variable = "", Argument? value = null)
    {
        // What the round before may have set.
        AssignedNames.Forget(branch.Condition, scene);
        AssignedNames.Forget(branch.Body, scene);
        if (value is not null)
            scene.Set(variable, value);
        var folders = scene.Folders;
        if (!IsHarmless(branch.Condition, scene) || !IsHarmless(branch.Body, scene))
            return false;
        if (scene.Folders.Length > folders.Length)
            return Refuse("a loop goes from folder to folder");
        AssignedNames.Forget(branch.Condition, scene);
        AssignedNames.Forget(branch.Body, scene);
        if (value is not null)
            scene.Set(variable, Argument.Words);
        return true;
    }
}
