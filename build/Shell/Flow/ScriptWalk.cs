using System.Collections.Immutable;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Programs.Table;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Flow;

/// <summary>
/// Goes through scripts that run one after another in the same place, and follows what comes from the network: through pipes, variables, files and
/// the texts that shells are given. Nothing runs. Each command is walked about once, so that the cost is linear.
/// </summary>
internal sealed class ScriptWalk
{
    private const int DeepestText = 12;
    private const int MostRepeated = 20_000;

    private int _symbols;
    private int _depth;
    private int _left;

    public ScriptWalk(FlowState state)
    {
        State = state;
        (Lists, Steps, Commands, Words, Redirections, Files) = (new(this), new(this), new(this), new(this), new(this), new(this));
        if (ShellFeatures.ReadsPowerShell)
            State.Windows.Open = Files.OpenForWindows;
    }

    public FlowState State { get; set; }

    public FactLog Facts { get; } = new();

    public ListWalk Lists { get; }

    public StepWalk Steps { get; }

    public CommandWalk Commands { get; }

    public WordExpander Words { get; }

    public RedirectionWalk Redirections { get; }

    public FileWalk Files { get; }

    public FaultLog Log { get; } = new();

    /// <summary>Null where no files of a repository lie.</summary>
    public RunFiles? RunFiles { get; init; }

    /// <summary>What is wrong, in the order of the walk.</summary>
    public List<CommandFault> Faults => Log.All;

    /// <summary>Null when nobody asks.</summary>
    public WalkObserver? Observer { get; init; }

    /// <summary>How many commands lead from this machine to another, or into a container, where paths are other paths.</summary>
    public int Elsewhere { get; set; }

    /// <summary>The body of a loop is walked once for each of its words, one loop at a time, so that the cost stays linear.</summary>
    public bool IsRepeating { get; set; }

    /// <summary>Functions that nothing has called yet.</summary>
    public HashSet<string> Uncalled { get; } = [];

    /// <summary>How many ways there are around what is walked: what is set there may stay as it was.</summary>
    public int Branches { get; set; }

    /// <summary>How many times <c>return</c> was met.</summary>
    public int Returns { get; set; }

    /// <summary>How many downloads there are.</summary>
    public int Born { get; private set; }

    /// <summary>Of a script by itself.</summary>
    /// <param name="stopsAtErrors">Its shell is started with <c>-e</c>.</param>
    /// <param name="pipesFail">And with <c>-o pipefail</c>.</param>
    public static List<CommandFault> FindFaults(ShellScript script, bool stopsAtErrors = false, bool pipesFail = false)
    {
        var walk = new ScriptWalk(new FlowState { StopsAtErrors = stopsAtErrors, PipesFail = pipesFail });
        walk.Run(script);
        return walk.Faults;
    }

    /// <summary>Walks the next script; what it verifies stays verified.</summary>
    public Outcome Run(ShellScript script)
    {
        (_left, _depth) = (MostRepeated, 0);
        Log.BeginScript(script.Text);
        ShellOptions.ApplyFirstLine(State, script.Text);
        var outcome = Lists.Walk(script.Pipelines, new Streams(Value.Empty, new Output(), 1));
        Facts.Apply(outcome.Success);
        foreach (var name in (string[])[.. Uncalled])
            Call(name, [new Value(name)], new Streams(Value.Empty, new Output(), 1));
        Uncalled.Clear();
        return outcome;
    }

    /// <summary>Runs a function; its arguments are known only in it.</summary>
    public Outcome Call(string name, ImmutableArray<Value> words, Streams streams)
    {
        Uncalled.Remove(name);
        if (_depth >= DeepestText || _left-- <= 0 || !State.Functions.TryGetValue(name, out var function))
            return Outcome.Either;
        var (arguments, returns) = (State.Arguments, Returns);
        State.Arguments = words;
        _depth++;
        var outcome = Log.At(function.Place, () => Lists.Walk(function.Body, streams));
        _depth--;
        State.Arguments = arguments;
        // `exit` ends the script, `return` only fails.
        return returns == Returns ? outcome : new Outcome(outcome.Success, []);
    }

    /// <summary>Runs a text that a command is given as a script.</summary>
    /// <param name="runner">The name of the command.</param>
    public Outcome RunText(Value code, string runner, Call call, ImmutableArray<Value> arguments)
    {
        if (code.Unverified is not null && code.WithText(code.Text.Trim()).IsOneUnknown)
        {
            Report(FaultKind.RunUnseen, $"{runner} runs what is fetched", call.Line);
            return Outcome.Either;
        }

        if (!Files.IsRead(code, call.Line) || code.Text.Length == 0 || _depth >= DeepestText || _left-- <= 0)
            return Outcome.Either;
        var script = code.File is { } file && ReferenceEquals(file.Text, code.Text) ? file.Script : ShellScript.Parse(code.Text);
        if (!script.IsReadable && code.IsKnown && ProgramTable.Is(runner, Act.Shell) && ProgramTable.MentionsFetcher(code.Text))
            Report(FaultKind.RunUnseen, $"the text for {runner} cannot be read, and names a program that fetches", call.Line);
        var before = State.Arguments;
        State.Arguments = arguments.IsEmpty ? before : arguments;
        _depth++;
        var outcome = Log.At(Log.Place.OfCode(code, call.Line), () => Lists.Walk(script.Pipelines, call.Streams));
        _depth--;
        State.Arguments = before;
        return outcome;
    }

    /// <param name="line">Of the text that is walked.</param>
    public void Report(FaultKind kind, string message, int line) => Log.Report(kind, message, line);

    /// <summary>Says it once of each download.</summary>
    public void ReportOnce(Download download, FaultKind kind, string message, int line)
    {
        if (download.IsReported)
            return;
        download.IsReported = true;
        Report(kind, message, line);
    }

    /// <summary>A test of two texts, one of which may be the digest of a download.</summary>
    public Outcome Compare(IReadOnlyList<Value> words, int line)
    {
        var outcome = Comparison.Judge(words);
        ReportSamePlace(outcome.Success, line);
        ReportSamePlace(outcome.Failure, line);
        return outcome;
    }

    /// <summary>Says it of a comparison that holds only against accidents.</summary>
    public void ReportSamePlace(IReadOnlyList<Fact> facts, int line)
    {
        foreach (var fact in facts)
        {
            if (fact.Trust != Trust.SamePlace || fact.Download.Trust != Trust.None)
                continue;
            var name = FilePath.NameOf(fact.Download.Address);
            Report(FaultKind.ComparedWithItself, $"{name} is compared with a digest that {fact.Download.Place} gives too", line);
            return;
        }
    }

    public Download Bring(string program, string address, bool isClone = false) =>
        new(program, address, ++Born) { IsClone = isClone };

    /// <summary>A text that only a run can say, under a name of its own, so that it is found again wherever it goes.</summary>
    public Value Unknown(Value origins)
    {
        var name = $"_s{++_symbols}";
        var value = origins.WithText($"${{{name}}}");
        State.Variables[name] = value;
        return value;
    }

    public void Set(string name, Value value)
    {
        var before = Branches > 0 ? State.Variable(name) : null;
        Observer?.OnSet(this, name, value);
        State.Variables[name] = before?.Unverified is not null && value.Unverified is null ? before.With(value) : value;
    }

    /// <summary>Where a pipeline begins; null when it is not known.</summary>
    public static int? LineOf(ShellPipeline pipeline) =>
        pipeline.Steps is [] ? null : pipeline.Steps[0].Command?.Line ?? pipeline.Steps[0].Compound?.Line;
}
