using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Goes through one step of a pipeline: into branches and loops, where ways part and meet.</summary>
internal sealed class StepWalk(ScriptWalk walk)
{
    private const int MostWords = 8;

    public Outcome Walk(ShellStep step, Streams streams)
    {
        if (step.Compound is { Kind: CompoundKind.Time } timed)
            return walk.Lists.Walk(timed.Branches[0].Body, streams);
        if (step.Command is { } command)
            return walk.Commands.Walk(command, streams);
        if (step.Compound is not { } compound)
            return Outcome.Either;
        if (compound.Kind == CompoundKind.Function)
        {
            walk.State.Functions[compound.Name] = new ShellFunction(compound.Branches[0].Body, walk.Log.Place);
            walk.Uncalled.Add(compound.Name);
            return Outcome.Always;
        }

        var redirected = walk.Redirections.Apply(compound.Redirections, streams);
        var outcome = Compound(compound, redirected.Streams);
        walk.Redirections.Finish(redirected);
        return outcome;
    }

    private Outcome Compound(ShellCompound compound, Streams streams)
    {
        switch (compound.Kind)
        {
            case CompoundKind.Group:
                return walk.Lists.Walk(compound.Branches[0].Body, streams);
            case CompoundKind.Subshell:
                return Subshell(compound, streams);
            case CompoundKind.If:
                return If(compound.Branches, streams);
            case CompoundKind.While or CompoundKind.Until or CompoundKind.For:
                return Loop(compound, streams);
            case CompoundKind.Case:
                return Case(compound, streams);
            case CompoundKind.Test:
                return walk.Compare(Texts(compound.Words, streams), compound.Line);
            default:
                return Outcome.Either;
        }
    }

    private Value[] Texts(ShellWord[] words, Streams streams)
    {
        var texts = new Value[words.Length];
        for (var at = 0; at < words.Length; at++)
            texts[at] = walk.Words.Text(words[at], streams);
        return texts;
    }

    private Outcome Subshell(ShellCompound compound, Streams streams)
    {
        var (folder, stops, pipes) = (walk.State.Folder, walk.State.StopsAtErrors, walk.State.PipesFail);
        var outcome = walk.Lists.Walk(compound.Branches[0].Body, streams);
        (walk.State.Folder, walk.State.StopsAtErrors, walk.State.PipesFail) = (folder, stops, pipes);
        // `(exit 1)` ends the subshell only, and that fails.
        return outcome.Ends ? Outcome.Never : outcome;
    }

    private Outcome If(ShellBranch[] branches, Streams streams)
    {
        var (mark, otherwise, success, failure) = (walk.Facts.Mark, new List<Fact>(), new List<Way>(), new List<Way>());
        var falls = true;
        foreach (var branch in branches)
        {
            var condition = branch.Condition is [] ? Outcome.Always : walk.Lists.WalkCondition(branch.Condition, streams);
            var born = walk.Born;
            var inner = walk.Facts.Mark;
            walk.Facts.Apply(condition.Success);
            var body = Branch(branch.Body, streams);
            walk.Facts.UndoTo(inner);
            if (condition.CanSucceed && body.CanSucceed)
                success.Add(new Way([.. otherwise, .. condition.Success, .. body.Success], born));
            if (condition.CanSucceed && body.CanFail)
                failure.Add(new Way([.. otherwise, .. condition.Success, .. body.Failure], born));
            otherwise.AddRange(condition.Failure);
            walk.Facts.Apply(condition.Failure);
            falls = condition.CanFail;
        }

        walk.Facts.UndoTo(mark);
        if (falls)
            success.Add(new Way(otherwise, int.MaxValue));
        return new Outcome(Way.Meet(success), Way.Meet(failure), success.Count > 0, failure.Count > 0);
    }

    private Outcome Branch(ShellPipeline[] body, Streams streams)
    {
        walk.Branches++;
        var outcome = walk.Lists.Walk(body, streams);
        walk.Branches--;
        return outcome;
    }

    private Outcome Loop(ShellCompound loop, Streams streams)
    {
        var branch = loop.Branches[0];
        if (loop.Kind == CompoundKind.For && loop.Name.Length > 0)
            walk.State.Variables[loop.Name] = ValueOfLoop(loop, streams);
        if (walk.Observer is not null)
            WalkEach(loop, streams);
        var condition = branch.Condition is [] ? Outcome.Either : walk.Lists.WalkCondition(branch.Condition, streams);
        var (mark, born) = (walk.Facts.Mark, walk.Born);
        walk.Facts.Apply(loop.Kind == CompoundKind.Until ? condition.Failure : condition.Success);
        var body = walk.Lists.Walk(branch.Body, streams);
        walk.Facts.UndoTo(mark);
        if (loop.Kind == CompoundKind.For)
            return body.Ends ? Outcome.Either : body;
        // `until check; do sleep 1; done` ends with a check that held.
        var after = loop.Kind == CompoundKind.Until ? condition.Success : condition.Failure;
        List<Fact> known = [.. after, .. Way.BroughtSince(born, body.Success)];
        return new Outcome(known, known);
    }

    /// <summary>Who judges each command sees it with each of a few words.</summary>
    private void WalkEach(ShellCompound loop, Streams streams)
    {
        var words = new List<Value>();
        foreach (var word in loop.Words)
            walk.Words.Expand(word, streams, words);
        if (words.Count is < 2 or > MostWords || loop.Name.Length == 0 || walk.IsRepeating)
            return;
        walk.IsRepeating = true;
        var value = walk.State.Variables[loop.Name];
        foreach (var word in words)
        {
            walk.State.Variables[loop.Name] = word;
            Branch(loop.Branches[0].Body, streams);
        }

        walk.State.Variables[loop.Name] = value;
        walk.IsRepeating = false;
    }

    /// <summary>One word is the value; several are some value, from all their places.</summary>
    private Value ValueOfLoop(ShellCompound loop, Streams streams)
    {
        var words = new List<Value>();
        foreach (var word in loop.Words)
            walk.Words.Expand(word, streams, words);
        if (words is [var only])
            return only;
        var all = new Value($"${{{loop.Name}}}");
        foreach (var word in words)
            all = all.With(word);
        var address = words.Find(word => word.IsKnown && word.Text.Contains("://", StringComparison.Ordinal));
        return address is null ? all : all.WithText(address.Text);
    }

    private Outcome Case(ShellCompound compound, Streams streams)
    {
        var compared = compound.Words is [] ? Value.Empty : walk.Words.Text(compound.Words[0], streams);
        var (success, failure) = (new List<Way>(), new List<Way>());
        foreach (var item in compound.Branches)
        {
            var known = item.Patterns.Contains("*") ? [] : Comparison.Facts(compared.DigestOf, Value.Empty);
            var (mark, born) = (walk.Facts.Mark, walk.Born);
            walk.Facts.Apply(known);
            var body = Branch(item.Body, streams);
            walk.Facts.UndoTo(mark);
            if (body.CanSucceed)
                success.Add(new Way([.. known, .. body.Success], born));
            if (body.CanFail)
                failure.Add(new Way([.. known, .. body.Failure], born));
        }

        return compound.Branches is [] ? Outcome.Always
            : new Outcome(Way.Meet(success), Way.Meet(failure), success.Count > 0, failure.Count > 0);
    }
}
