using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.PowerShell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Facts;

/// <summary>Goes through one stage: files stay from instruction to instruction, variables only those of ENV and ARG.</summary>
/// <param name="states">Of the stages before, and then of this one.</param>
/// <param name="files">Those of the repository that any stage runs.</param>
internal sealed class StageFlow(CommandSource source, BuildStage stage, Dictionary<BuildStage, FlowState> states, RunFiles files)
{
    // What the image starts finds all that the stage copies, also behind it.
    private static readonly string[] Starting = ["CMD", "ENTRYPOINT", "HEALTHCHECK"];

    private readonly FlowState _state = stage.Base is { } basis && states.TryGetValue(basis, out var before) ? before.Clone() : new FlowState();
    private string _folder = "";

    public IEnumerable<FlowFault> Read()
    {
        _folder = stage.Base is null ? "/" : _state.Folder;
        var walk = new ScriptWalk(_state) { RunFiles = files };
        var faults = new List<FlowFault>();
        foreach (var step in stage.Written.OrderBy(step => Starting.Contains(step.Keyword)))
        {
            var said = walk.Faults.Count;
            Follow(walk, step);
            IEnumerable<CommandFault> found = walk.Faults.Skip(said);
            if (CommandSourceReader.Running.Contains(step.Keyword))
                found = found.Concat(Run(walk, step));
            faults.AddRange(found.Select(fault => new FlowFault(
                fault.Kind, fault.File is { } file ? new Hit(fault.Line, fault.Message) { File = file } : new Hit(step.Line, fault.Message))));
        }

        _state.Folder = _folder;
        states[stage] = _state;
        return faults;
    }

    private void Follow(ScriptWalk walk, BuildStep step)
    {
        switch (step.Keyword)
        {
            case "ENV" or "ARG":
                foreach (var variable in step.Variables.Where(variable => variable.Value is not null))
                    _state.Environment[variable.Name] = new Value(variable.Value!);
                break;
            case "WORKDIR":
                _folder = FilePath.Resolve(_folder, FilePath.WithoutDrive(step.Words.FirstOrDefault(".")));
                break;
            case "ADD":
                new StageFiles(walk, source.Context, _folder).Add(step);
                break;
            case "COPY":
                new StageFiles(walk, source.Context, _folder).Copy(step, StateOf);
                break;
        }
    }

    private IEnumerable<CommandFault> Run(ScriptWalk walk, BuildStep step)
    {
        var script = CommandSourceReader.ScriptOf(source.Path, step);
        var (said, mounts) = (walk.Faults.Count, new StageFiles(walk, source.Context, _folder));
        var mounted = mounts.Mount(step, StateOf);
        _state.BeginScript(_folder);
        IEnumerable<CommandFault> faults;
        if (script.Language == ScriptLanguage.PowerShell)
        {
            faults = [.. PowerShellScript.FindFaults(script.Shell.Text, _state.Windows)];
        }
        else if (script.Language == ScriptLanguage.Cmd)
        {
            faults = [.. PowerShellScript.FindFaultsOfCommandPrompt(script.Shell.Text, _state.Windows)];
        }
        else
        {
            if (step.IsShellForm)
                ShellOptions.ApplyAll(_state, step.Shell);
            walk.Run(script.Shell);
            faults = walk.Faults.Skip(said);
        }

        mounts.Unmount(mounted);
        return faults;
    }

    private FlowState? StateOf(string? name) =>
        name is not null && states.Keys.LastOrDefault(other => other.IsNamed(name)) is { } found ? states[found] : null;
}
