namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>
/// Whether a call is the one that runs code, or another of the same name: <c>pattern.exec(text)</c>, <c>session.exec(query)</c>,
/// <c>model.eval()</c>, <c>asyncio.run(main())</c>, <c>YAML.load(text)</c>.
/// </summary>
internal static class CodeOwners
{
    /// <summary>Names that are methods of much else too.</summary>
    private static readonly string[] Common = ["exec", "eval", "compile", "load", "source", "include", "run", "call", "spawn", "get", "execute"];

    private static readonly string[] Owners =
    [
        "builtins", "__builtins__", "global", "globalThis", "window", "self", "Kernel", "subprocess", "child_process", "os", "commands", "vm",
    ];

    /// <summary>What must be named for these to start programs.</summary>
    private static readonly Dictionary<string, (string[] Names, string Module)> Modules = new()
    {
        ["python"] = (["run", "call"], "subprocess"),
        ["node"] = (["exec", "spawn", "execSync", "spawnSync", "execFileSync"], "child_process"),
    };

    public static bool RunsCode(string language, string code, CodeText call)
    {
        if (call.Name == "import" && !call.Text.StartsWith('('))
            return false;
        if (Modules.TryGetValue(language, out var module) && module.Names.Contains(call.Name)
            && !code.Contains(module.Module, StringComparison.Ordinal))
        {
            return false;
        }

        return !Common.Contains(call.Name) || OwnerOf(code, call.At - call.Name.Length) is not { } owner || IsOwner(code, owner);
    }

    /// <summary>What stands before the point, <c>)</c> for a call; null without a point.</summary>
    private static string? OwnerOf(string code, int start)
    {
        if (start == 0 || code[start - 1] != '.')
            return null;
        var from = start - 1;
        while (from > 0 && CodeCalls.IsName(code[from - 1]))
            from--;
        return from < start - 1 ? code[from..(start - 1)] : from > 0 && code[from - 1] == ')' ? CallBefore(code, from) : "";
    }

    /// <summary><c>require('child_process')</c>, <c>__import__('os')</c>.</summary>
    private static string CallBefore(string code, int end)
    {
        var open = code.LastIndexOf('(', end - 1);
        return open < 0 ? "" : code[(open + 1)..(end - 1)].Trim('"', '\'', ' ').Replace("node:", "", StringComparison.Ordinal);
    }

    private static bool IsOwner(string code, string owner) => owner.Length > 0 && (Owners.Contains(owner)
        || code.Contains($"subprocess as {owner}", StringComparison.Ordinal)
        || code.Contains($"os as {owner}", StringComparison.Ordinal)
        || code.Contains($"* as {owner} from", StringComparison.Ordinal)
        || code.Contains($"{owner} = require('child_process')", StringComparison.Ordinal)
        || code.Contains($"{owner} = require(\"child_process\")", StringComparison.Ordinal)
        || code.Contains($"{owner} = require('node:child_process')", StringComparison.Ordinal)
        || code.Contains($"{owner} = require(\"node:child_process\")", StringComparison.Ordinal));
}
