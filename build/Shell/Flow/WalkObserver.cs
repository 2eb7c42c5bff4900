using ContainerSecurity.Shell.Flow.Values;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Is told of what a script does while it is walked, in the order of the walk, for judgements that are not about downloads.</summary>
internal abstract class WalkObserver
{
    /// <summary>A command is about to run: a program, or what the shell does itself.</summary>
    public virtual void OnCommand(ScriptWalk walk, Call call)
    {
    }

    /// <summary>A file gets what a command prints or brings.</summary>
    /// <param name="path">As the command names it.</param>
    public virtual void OnWrite(ScriptWalk walk, string path, Value content, int line)
    {
    }

    /// <summary>A variable gets a value.</summary>
    public virtual void OnSet(ScriptWalk walk, string name, Value value)
    {
    }

    /// <summary>A program of another language runs.</summary>
    public virtual void OnCode(ScriptWalk walk, Call call, string language, string code)
    {
    }

    /// <summary>What of a file must stay secret, to follow it wherever it goes; null for nothing.</summary>
    /// <param name="path">As the command names it.</param>
    public virtual string? FindSecret(ScriptWalk walk, string path) => null;

    /// <summary>What of a command's output must stay secret.</summary>
    public virtual string? FindSecret(ScriptWalk walk, Call call) => null;
}
