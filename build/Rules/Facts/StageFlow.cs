using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.PowerShell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Facts;

/// <summary>Goes through one stage: files stay from instruction to instruction, variables only those of ENV and ARG.</summary>
/// <param name="states">Of the stages before, and then of this one.</param>
internal sealed class StageFlow(CommandSource source, BuildStage stage, Dictionary<BuildStage, FlowState> states)
{
    private readonly FlowState _state = stage.Base is { } basis && states.TryGetValue(basis, out var before) ? before.Clone() : new FlowState();
    private string _folder = "";

    public IEnumerable<FlowFault> Read()
    {
        _folder = stage.Base is null ? "/" : _state.Folder;
        var walk = new ScriptWalk(_state);
        var faults = new List<FlowFault>();
        foreach (var step in stage.Written)
        {
            var said = walk.Faults.Count;
            Follow(walk, step);
            IEnumerable<CommandFault> found = walk.Faults.Skip(said);
            if (CommandSourceReader.Running.Contains(step.Keyword))
                found = found.Concat(Run(walk, step));
            faults.AddRange(found.Select(fault => new FlowFault(fault.Kind, new Hit(step.Line, fault.Message))));
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
                _folder = FilePath.Resolve(_folder, step.Words.FirstOrDefault("."));
                break;
            case "ADD":
                new StageFiles(walk, _folder).Add(step);
                break;
            case "COPY":
                new StageFiles(walk, _folder).Copy(step, StateOf(step.Instruction.Flags.FirstOrDefault(flag => flag.Name == "from")?.Value));
                break;
        }
    }

    private IEnumerable<CommandFault> Run(ScriptWalk walk, BuildStep step)
    {
        var script = CommandSourceReader.ScriptOf(source.Path, step);
        if (script.Language == ScriptLanguage.PowerShell)
            return PowerShellScript.FindFaults(script.Shell.Text, _state.Windows);
        if (script.Language == ScriptLanguage.Cmd)
            return PowerShellScript.FindFaultsOfCommandPrompt(script.Shell.Text, _state.Windows);
        var said = walk.Faults.Count;
        foreach (var mount in RunMount.Read(step.Instruction).Where(mount => mount is { Type: "bind", Target: not "" }))
        {
            if (StateOf(mount.From) is { } other)
                _state.Files.Copy(other.Files, FilePath.Resolve("/", mount.Source), FilePath.Resolve(_folder, mount.Target));
        }

        _state.BeginScript(_folder);
        if (step.IsShellForm)
            ShellOptions.ApplyAll(_state, step.Shell);
        walk.Run(script.Shell);
        return walk.Faults.Skip(said);
    }

    private FlowState? StateOf(string? name) =>
        name is not null && states.Keys.LastOrDefault(other => other.IsNamed(name)) is { } found ? states[found] : null;
}
