using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Facts;

/// <summary>An instruction with the facts that several rules ask for, each worked out once.</summary>
internal sealed class LintedInstruction(Instruction instruction)
{
    private static readonly ShellScript NoScript = ShellScript.Parse("");

    public Instruction Instruction => instruction;

    public string Keyword => instruction.Keyword;

    public int Line => instruction.Line;

    public ImmutableArray<string> Arguments => instruction.Arguments;

    /// <summary>The arguments as paths: quotes around them removed, backslashes kept, since they separate folders on Windows.</summary>
    public ImmutableArray<string> Paths => field.IsDefault ? field = [.. instruction.RawArguments.Select(word => word.Trim('"', '\''))] : field;

    /// <summary>Whom a USER names, as Hadolint reads it: quotes, and blanks at the end of the line, are part of the name.</summary>
    public string User => instruction.RawArguments[0] + (instruction.EndsInBlank ? " " : "");

    /// <summary>The shell text that it runs; empty when a here-document is for another program.</summary>
    public ShellScript Script => IsForeign ? NoScript : instruction.Script;

    private bool IsForeign => instruction.Interpreter is { } program && ScriptFile.LanguageOfProgram(program) != ScriptLanguage.Shell;

    /// <summary>The commands that it runs, those whose name is known.</summary>
    public ImmutableArray<ShellCommand> Commands => field.IsDefault ? field = [.. Script.Commands.Where(command => command.Name is not null)] : field;

    /// <summary>The mounts of a RUN.</summary>
    public ImmutableArray<RunMount> Mounts => field.IsDefault ? field = RunMount.Read(instruction) : field;

    /// <summary>Names and values of ENV, LABEL and ARG; an ARG without value has an empty one.</summary>
    public ImmutableArray<NameValue> Pairs => field.IsDefault ? field = [.. instruction.Arguments.Select(NameValue.Parse)] : field;

    /// <summary>What a FROM builds upon.</summary>
    public BaseImage BaseImage => field ??= BaseImage.Read(instruction);

    /// <summary>Where a COPY copies from, when it is not the build context.</summary>
    public string? CopiedFrom => Flag("from");

    public LintedInstruction? Triggered { get; } = instruction.Triggered is { } inner ? new LintedInstruction(inner) : null;

    public string? Flag(string name) => instruction.Flags.FirstOrDefault(flag => flag.Name == name)?.Value;

    /// <summary>Whether a cache or a tmpfs is mounted at a path that holds this text: what is written there stays out of the layer.</summary>
    public bool HasTemporary(string path) => Mounts.Any(mount => mount.IsTemporary && mount.Target.Contains(path, StringComparison.Ordinal));
}
