using System.Buffers;
using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Facts;

/// <summary>
/// A file that says which commands run: a Dockerfile with its instructions and scripts, or the scripts alone of a workflow, an action or a
/// devcontainer.json.
/// </summary>
/// <param name="Path">Relative to the repository root with <c>/</c>.</param>
internal sealed record CommandSource(string Path, LintConfiguration Settings)
{
    /// <summary>The stages of a Dockerfile.</summary>
    public ImmutableArray<BuildStage> Stages { get; init; } = [];

    /// <summary>Every instruction once, at its own line, what ONBUILD triggers too.</summary>
    public ImmutableArray<BuildStep> Steps { get; init; } = [];

    public ImmutableArray<SourceScript> Scripts { get; init; } = [];

    /// <summary>Those of a fragment without FROM, and all that stand outside of a Dockerfile.</summary>
    public ImmutableArray<SourceScript> LooseScripts { get; init; } = [];

    /// <summary>The files that a Dockerfile may copy.</summary>
    public ContextFolder? Context { get; init; }

    /// <summary>The script files of the repository that a Dockerfile copies or mounts, and runs.</summary>
    public IReadOnlyCollection<KnownFile> RunFiles => Flow.RunFiles;

    /// <summary>What its commands bring and run, from one walk for all rules.</summary>
    private FlowFacts Flow => field ??= FlowReader.Read(this);

    public IEnumerable<Hit> FlowFaults(FaultKind kind) => Flow.Faults.Where(fault => fault.Kind == kind).Select(fault => fault.Hit);

    /// <summary>The instructions in which something is wrong.</summary>
    /// <param name="fault">What is wrong, as the end of a sentence; null for a good instruction.</param>
    public IEnumerable<Hit> EachInstruction(Func<Instruction, string?> fault) =>
        from step in Steps
        let wrong = fault(step.Instruction)
        where wrong is not null
        select new Hit(step.Line, wrong);

    /// <summary>The commands of scripts in which something is wrong.</summary>
    /// <param name="words">A script without any of them breaks nothing and is not looked at.</param>
    /// <param name="fault">What is wrong, as the end of a sentence; null for a good command.</param>
    public IEnumerable<Hit> EachCommand(SearchValues<string> words, Func<SourceCommand, string?> fault) =>
        from script in Scripts
        where MayHold(script.Shell.Text, words)
        from command in script.Commands
        let wrong = fault(command)
        where wrong is not null
        select script.HitAt(new CommandFault(wrong, command.Written));

    /// <summary>The variables in which something is wrong: of ENV and ARG, and those that commands set.</summary>
    /// <param name="fault">Of name and value; null for a good variable.</param>
    public IEnumerable<Hit> EachVariable(SearchValues<string> words, Func<string, string, string?> fault) =>
    [
        .. from step in Steps
           where step.Keyword is "ENV" or "ARG"
           from word in step.Words
           where word.Contains('=')
           let pair = NameValue.Parse(word)
           let wrong = fault(pair.Name, pair.Value)
           where wrong is not null
           select new Hit(step.Line, wrong),
        .. EachCommand(words, command => Assignments.Find(command.Written)
            .Select(variable => fault(variable.Name, variable.Value))
            .FirstOrDefault(wrong => wrong is not null)),
    ];

    // With quotes and escapes a word can be spelt in many ways.
    private static bool MayHold(ReadOnlySpan<char> text, SearchValues<string> words) => text.ContainsAny(words) || text.ContainsAny('"', '\'', '\\');
}
