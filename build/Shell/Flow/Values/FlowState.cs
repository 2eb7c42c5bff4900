using System.Collections.Immutable;
using ContainerSecurity.Shell.PowerShell;

namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>What is known at one point of a script, and of the next one that runs in the same place.</summary>
internal sealed class FlowState
{
    /// <summary>The variables that are given from outside: ENV, ARG, <c>env</c> of a workflow.</summary>
    public Dictionary<string, Value> Environment { get; private init; } = [];

    /// <summary>Those that the script sets.</summary>
    public Dictionary<string, Value> Variables { get; } = [];

    public FileTree Files { get; private init; } = new();

    public Dictionary<string, ShellFunction> Functions { get; } = [];

    /// <summary>What Windows' own shells have left.</summary>
    public PowerShellMemory Windows { get; private init; } = new();

    /// <summary>What can be read from descriptors, by number.</summary>
    public Dictionary<string, Value> Descriptors { get; } = [];

    /// <summary>The working directory; empty when it is not known.</summary>
    public string Folder { get; set; } = "";

    public string FolderBefore { get; set; } = "";

    /// <summary>The script's own name, <c>$0</c>, and its arguments.</summary>
    public ImmutableArray<Value> Arguments { get; set; } = [];

    /// <summary><c>set -e</c>: a command that fails ends the script.</summary>
    public bool StopsAtErrors { get; set; }

    /// <summary><c>set -o pipefail</c>: a pipe fails when one of its commands fails.</summary>
    public bool PipesFail { get; set; }

    /// <summary>Where the key came from that signatures are compared with; null for one that is given here.</summary>
    public Download? Key { get; set; }

    public Value? Variable(string name) => Variables.GetValueOrDefault(name) ?? Environment.GetValueOrDefault(name);

    /// <summary>A new shell begins in the same place: only files, and what is given from outside, stay.</summary>
    public void BeginScript(string folder)
    {
        Variables.Clear();
        Functions.Clear();
        Descriptors.Clear();
        (Folder, FolderBefore, Arguments, StopsAtErrors, PipesFail) = (folder, "", [], false, false);
    }

    /// <summary>For a stage that builds upon this one.</summary>
    public FlowState Clone() => new()
    {
        Environment = new(Environment),
        Files = Files.Clone(),
        Windows = Windows.Clone(),
        Folder = Folder,
        Key = Key,
    };
}
