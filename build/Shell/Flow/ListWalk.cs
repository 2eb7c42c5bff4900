using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Goes through lists and pipelines in their order, and knows on which way which check has held.</summary>
internal sealed class ListWalk(ScriptWalk walk)
{
    private int _conditions;

    /// <summary>Walks what a condition decides on: failing there ends nothing, also with <c>set -e</c>.</summary>
    public Outcome WalkCondition(ShellPipeline[] list, Streams streams)
    {
        _conditions++;
        var outcome = Walk(list, streams);
        _conditions--;
        return outcome;
    }

    /// <summary>Every pipeline; what is known afterwards, where it ends.</summary>
    public Outcome Walk(ShellPipeline[] list, Streams streams)
    {
        var (mark, held, last) = (walk.Facts.Mark, new List<Fact>(), Outcome.Always);
        for (var begin = 0; begin < list.Length;)
        {
            var end = begin + 1;
            while (end < list.Length && list[end].Connector != ShellConnector.Sequence)
                end++;
            last = WalkAndOr(list.AsSpan(begin, end - begin), streams);
            begin = end;
            if (last.Ends)
                break;
            if (end == list.Length)
                continue;
            walk.Facts.Apply(last.Kept);
            held.AddRange(last.Kept);
        }

        walk.Facts.UndoTo(mark);
        return held.Count == 0
            ? last
            : new Outcome([.. held, .. last.Success], [.. held, .. last.Failure], last.CanSucceed, last.CanFail).WithKept([.. held, .. last.Kept]);
    }

    private Outcome WalkAndOr(ReadOnlySpan<ShellPipeline> members, Streams streams)
    {
        var ways = new AndOrWays(walk.Facts);
        for (var at = 0; at < members.Length; at++)
        {
            var (member, isLast) = (members[at], at == members.Length - 1);
            ways.Enter(member.Connector, at == 0, walk.Born);
            // What fails behind the last one only fails the whole.
            _conditions += isLast ? 0 : 1;
            walk.Branches += member.Connector == ShellConnector.Or ? 1 : 0;
            var outcome = WalkPipeline(member, streams with { Line = ScriptWalk.LineOf(member) ?? streams.Line });
            walk.Branches -= member.Connector == ShellConnector.Or ? 1 : 0;
            _conditions -= isLast ? 0 : 1;
            ways.Leave(member.Connector, at == 0, outcome, IsTest(member));
        }

        var whole = ways.Finish(walk.State.StopsAtErrors && _conditions == 0);
        // Nobody waits for it, nor asks how it ended.
        return members[^1].IsBackground ? Outcome.Always : whole;
    }

    private static bool IsTest(ShellPipeline pipeline) => pipeline.Steps is [{ Compound.Kind: CompoundKind.Test }];

    private Outcome WalkPipeline(ShellPipeline pipeline, Streams streams)
    {
        var (input, outcome, all) = (streams.Input, Outcome.Either, new List<Fact>());
        var folder = walk.State.Folder;
        for (var at = 0; at < pipeline.Steps.Length; at++)
        {
            var isLast = at == pipeline.Steps.Length - 1;
            var output = isLast ? streams.Output : new Output();
            outcome = walk.Steps.Walk(pipeline.Steps[at], streams with { Input = input, Output = output });
            if (!isLast)
                input = output.ToValue();
            all.AddRange(outcome.Success);
        }

        if (pipeline.Steps.Length > 1)
        {
            walk.State.Folder = folder;
            outcome = outcome.Ends ? Outcome.Either : walk.State.PipesFail ? outcome.WithSuccess(all) : outcome;
        }

        return pipeline.IsNegated ? outcome.Negated() : outcome;
    }
}
