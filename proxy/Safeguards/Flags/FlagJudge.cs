using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>
/// Looks for plain danger in a shell script: walks it as the gates do, through pipes, variables, functions, files and the texts that other programs
/// are given, and asks the rules about each command. What it does not find may be dangerous all the same.
/// </summary>
internal static class FlagJudge
{
    /// <param name="ignored">The id of a rule that does not count.</param>
    public static Verdict? Find(SafeguardContext context, string script, string ignored = "")
    {
        var scene = new Scene(context, ignored);
        var state = new FlowState { Folder = context.WorkingDirectory };
        if (context.HomeDirectory.Length > 0)
            state.Environment["HOME"] = new Value(context.HomeDirectory);
        var walk = new ScriptWalk(state) { Observer = new FlagObserver(scene) };
        walk.Run(ShellScript.Parse(script));
        if (script.Replace(" ", "", StringComparison.Ordinal).Has(":(){:|:&}"))
            scene.Flag(FlagRules.Machine, script, "starts itself again and again until the machine stands still");
        foreach (var fault in walk.Faults)
            Add(scene, script, fault);
        return scene.Worst;
    }

    private static void Add(Scene scene, string script, CommandFault fault)
    {
        var rule = fault.Kind switch
        {
            FaultKind.RunUnseen or FaultKind.RunUnverified => FlagRules.FetchedCode,
            FaultKind.RunUnpinned => FlagRules.UnpinnedCode,
            _ => null,
        };
        if (rule is not null)
            scene.Flag(rule, LineOf(script, fault.Line), $"runs code that nobody has looked at: {fault.Message}");
    }

    private static string LineOf(string script, int line)
    {
        var at = 0;
        for (var number = 1; number < line && script.IndexOf('\n', at) is >= 0 and var end; number++)
            at = end + 1;
        return script[at..(script.IndexOf('\n', at) is >= 0 and var last ? last : script.Length)].Trim();
    }
}
