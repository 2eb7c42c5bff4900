using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Facts;

/// <summary>A shell text, taken apart once for all rules.</summary>
internal sealed record JudgedScript(ShellScript Shell, ScriptLanguage Language, LintConfiguration Settings)
{
    /// <summary>It runs in a container, or makes one: not the steps of a pipeline, which run on a machine of their own.</summary>
    public bool IsOfContainer { get; init; } = true;

    /// <summary>Its commands, each with what it really runs.</summary>
    public ImmutableArray<JudgedCommand> Commands => field.IsDefault ? field = [.. Shell.Commands.Select(command => new JudgedCommand(command, EffectiveCommand.Of(command)))] : field;

    /// <summary>Nothing in it can bring anything from the network, so that most need no closer look.</summary>
    public bool MentionsFetcher { get; } = Programs.MentionsFetcher(Shell.Text);

    public bool MentionsPowerShell { get; } =
        Shell.Text.Contains("pwsh", StringComparison.OrdinalIgnoreCase) || Shell.Text.Contains("powershell", StringComparison.OrdinalIgnoreCase);

    public LintHit At(CommandFault fault) => new(fault.LineIn(Shell.Text), fault.Message);
}

/// <summary>A command as it is written, and what runs behind <c>sudo</c>, <c>env</c> and their like.</summary>
internal readonly record struct JudgedCommand(ShellCommand Written, EffectiveCommand Effective);
