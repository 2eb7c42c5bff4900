using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Flow.Values;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Shows each command, write and variable of a script to the rules that may have something to say.</summary>
internal sealed class FlagObserver(Scene scene) : WalkObserver
{
    private readonly DeletionFlags _deletions = new(scene);
    private readonly WriteFlags _writes = new(scene);
    private readonly SecretFlags _secrets = new(scene);
    private readonly NetworkFlags _network = new(scene);
    private readonly RightsFlags _rights = new(scene);
    private readonly ContainerFlags _containers = new(scene);
    private readonly VariableFlags _variables = new(scene);
    private readonly CodeFlags _code = new(scene);
    private readonly DataFlags _data = new(scene);

    public override void OnCommand(ScriptWalk walk, Call call)
    {
        foreach (var pattern in CommandPatterns.Find(call.Name))
        {
            if (pattern.Matches(call))
                scene.Flag(pattern.Rule, call, pattern.Why);
        }

        _deletions.Look(walk, call);
        _writes.Look(walk, call);
        _secrets.Look(walk, call);
        _network.Look(call);
        _rights.Look(walk, call);
        _containers.Look(call);
        _data.Look(call);
    }

    public override void OnWrite(ScriptWalk walk, string path, Value content, int line) => _writes.Look(walk, path, content);

    public override void OnSet(ScriptWalk walk, string name, Value value) => _variables.Look(name, value);

    public override void OnCode(ScriptWalk walk, Call call, string language, string code) => _code.Look(walk, call, code);

    public override string? FindSecret(ScriptWalk walk, string path) => _secrets.Find(walk, path);

    public override string? FindSecret(ScriptWalk walk, Call call) => _secrets.FindPrinted(walk, call);
}
