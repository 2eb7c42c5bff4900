using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.PowerShell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Facts;

/// <summary>Follows what the commands of a file bring from the network: each stage in its order, each script outside of a stage by itself.</summary>
internal static class FlowReader
{
    public static ImmutableArray<FlowFault> Read(CommandSource source)
    {
        var stages = new Dictionary<BuildStage, FlowState>(ReferenceEqualityComparer.Instance);
        return
        [
            .. source.LooseScripts.SelectMany(InScript),
            .. source.Stages.SelectMany(stage => new StageFlow(source, stage, stages).Read()),
        ];
    }

    private static IEnumerable<FlowFault> InScript(SourceScript script) =>
        FaultsOf(script).Select(fault => new FlowFault(fault.Kind, script.HitAt(fault)));

    private static IEnumerable<CommandFault> FaultsOf(SourceScript script) => script.Language switch
    {
        ScriptLanguage.PowerShell => PowerShellScript.FindFaults(script.Shell.Text, new PowerShellMemory()),
        ScriptLanguage.Cmd => PowerShellScript.FindFaultsOfCommandPrompt(script.Shell.Text, new PowerShellMemory()),
        // A shell cannot fetch by itself, as other languages can.
        ScriptLanguage.Shell when !script.MentionsFetcher => [],
        _ => ScriptWalk.FindFaults(script.Shell, script.Script.StopsAtErrors, script.Script.StopsInPipes),
    };
}

/// <summary>Something wrong with what commands bring and run, and where.</summary>
internal readonly record struct FlowFault(FaultKind Kind, Hit Hit);
