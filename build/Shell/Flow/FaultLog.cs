using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Shell.Flow;

/// <summary>What is wrong, in the order of the walk, each with the place of the text that is walked.</summary>
internal sealed class FaultLog
{
    private readonly HashSet<CommandFault> _said = [];

    public List<CommandFault> All { get; } = [];

    /// <summary>Where the walk is.</summary>
    public TextPlace Place { get; private set; } = TextPlace.Of(null, "");

    public void BeginScript(string text)
    {
        _said.Clear();
        Place = TextPlace.Of(null, text);
    }

    /// <summary>Walks a text that stands elsewhere.</summary>
    public Outcome At(TextPlace place, Func<Outcome> walk)
    {
        var before = Place;
        Place = place;
        var result = walk();
        Place = before;
        return result;
    }

    /// <param name="line">Of the text that is walked.</param>
    public void Report(FaultKind kind, string message, int line) => Add(new CommandFault(kind, message, Place.LineOf(line)) { File = Place.File });

    /// <summary>One that has its place already.</summary>
    public void Add(CommandFault fault)
    {
        if (_said.Add(fault))
            All.Add(fault);
    }
}
