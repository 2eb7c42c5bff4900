using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.PowerShell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Facts;

/// <summary>
/// Follows what the commands of a file bring from the network: the instructions of a stage and the steps of a job in their order, any other script by
/// itself.
/// </summary>
internal static class FlowReader
{
    public static FlowFacts Read(CommandSource source)
    {
        var (stages, files) = (new Dictionary<BuildStage, FlowState>(ReferenceEqualityComparer.Instance), new RunFiles());
        ImmutableArray<FlowFault> faults =
        [
            .. source.LooseScripts.GroupBy(script => script.Script.Machine ?? (object)script).SelectMany(InPlace),
            .. source.Stages.SelectMany(stage => new StageFlow(source, stage, stages, files).Read()),
        ];
        return new FlowFacts(faults, files.All);
    }

    /// <summary>Scripts that run one after the other where the files of each stay.</summary>
    private static IEnumerable<FlowFault> InPlace(IEnumerable<SourceScript> scripts)
    {
        var (walk, fetches) = (new ScriptWalk(new FlowState()), false);
        foreach (var script in scripts)
        {
            // A shell cannot fetch by itself, as other languages can.
            fetches |= script.MentionsFetcher || script.Language != ScriptLanguage.Shell;
            foreach (var fault in fetches ? FaultsOf(script, walk) : [])
                yield return new FlowFault(fault.Kind, script.HitAt(fault));
        }
    }

    private static IEnumerable<CommandFault> FaultsOf(SourceScript script, ScriptWalk walk)
    {
        var (state, said) = (walk.State, walk.Faults.Count);
        switch (script.Language)
        {
            case ScriptLanguage.PowerShell:
                return PowerShellScript.FindFaults(script.Shell.Text, state.Windows);
            case ScriptLanguage.Cmd:
                return PowerShellScript.FindFaultsOfCommandPrompt(script.Shell.Text, state.Windows);
            default:
                state.BeginScript(script.Script.Folder ?? "");
                (state.StopsAtErrors, state.PipesFail) = (script.Script.StopsAtErrors, script.Script.StopsInPipes);
                walk.Run(script.Shell);
                return walk.Faults.Skip(said);
        }
    }
}

/// <summary>What commands bring and run.</summary>
/// <param name="RunFiles">The files of the repository that they run.</param>
internal sealed record FlowFacts(ImmutableArray<FlowFault> Faults, IReadOnlyCollection<KnownFile> RunFiles);

/// <summary>Something wrong with what commands bring and run, and where.</summary>
internal readonly record struct FlowFault(FaultKind Kind, Hit Hit);
