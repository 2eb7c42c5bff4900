using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Programs.Table;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Facts;

/// <summary>A script of a <see cref="CommandSource"/>, taken apart once for all rules.</summary>
internal sealed record SourceScript(Script Script)
{
    /// <summary>It runs in a container, or makes one: not the steps of a pipeline, which run on a machine of their own.</summary>
    public bool IsOfContainer { get; init; } = true;

    public ShellScript Shell => Script.Shell;

    public ScriptLanguage Language => Script.Language;

    /// <summary>Its commands, each with what it really runs.</summary>
    public ImmutableArray<SourceCommand> Commands =>
        field.IsDefault ? field = [.. Shell.Commands.Select(command => new SourceCommand(command, EffectiveCommand.From(command)))] : field;

    /// <summary>Nothing in it can bring anything from the network, so that most need no closer look.</summary>
    public bool MentionsFetcher { get; } = ProgramTable.MentionsFetcher(Script.Text);

    public bool MentionsPowerShell { get; } =
        Script.Text.Contains("pwsh", StringComparison.OrdinalIgnoreCase) || Script.Text.Contains("powershell", StringComparison.OrdinalIgnoreCase);

    public Hit HitAt(CommandFault fault) =>
        fault.File is { } file ? new Hit(fault.Line, fault.Message) { File = file } : HitAt(fault.Line, fault.Message);

    /// <param name="line">Of the text; 1-based.</param>
    public Hit HitAt(int line, string what) => new(Script.PlaceOf(line).Line!.Value, what);
}

/// <summary>A command as it is written, and what runs behind <c>sudo</c>, <c>env</c> and their like.</summary>
internal readonly record struct SourceCommand(ShellCommand Written, EffectiveCommand Effective);
