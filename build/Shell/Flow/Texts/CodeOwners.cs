namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>
/// Whether a call is the one that runs code, or another of the same name: <c>pattern.exec(text)</c>, <c>session.exec(query)</c>,
/// <c>model.eval()</c>, <c>asyncio.run(main())</c>, <c>YAML.load(text)</c>.
/// </summary>
internal sealed class CodeOwners
{
    private const int LongestName = 64;

    /// <summary>Names that are methods of much else too.</summary>
    private static readonly string[] Common = ["exec", "eval", "compile", "load", "source", "include", "run", "call", "spawn", "get", "execute"];

    private static readonly string[] Owners =
    [
        "builtins", "__builtins__", "global", "globalThis", "window", "self", "Kernel", "subprocess", "child_process", "os", "commands", "vm",
    ];

    private static readonly string[] Modules = ["child_process", "subprocess", "os"];

    private readonly string _code;
    private readonly HashSet<string> _owners = [.. Owners];

    /// <summary>Names that start programs only where a module is named, and it is not.</summary>
    private readonly string[] _others;

    public CodeOwners(string language, string code)
    {
        _code = code;
        _others = language switch
        {
            "python" when !code.Contains("subprocess", StringComparison.Ordinal) => ["run", "call"],
            "node" when !code.Contains("child_process", StringComparison.Ordinal) => ["exec", "spawn", "execSync", "spawnSync", "execFileSync"],
            _ => [],
        };
        foreach (var module in Modules)
            AddNames(module);
        AddNames("*");
    }

    public bool RunsCode(CodeText call) => (call.Name != "import" || call.Text.StartsWith('(')) && Array.IndexOf(_others, call.Name) < 0
        && (Array.IndexOf(Common, call.Name) < 0 || OwnerOf(call.At - call.Name.Length) is not { } owner || _owners.Contains(owner));

    /// <summary>
    /// The names that code gives a module: <c>import os as x</c>, <c>import * as x from</c>, <c>x = require('child_process')</c>,
    /// <c>x = __import__('os')</c>, <c>import x from 'node:child_process'</c>.
    /// </summary>
    private void AddNames(string module)
    {
        for (var at = _code.IndexOf(module, StringComparison.Ordinal); at >= 0; at = _code.IndexOf(module, at + 1, StringComparison.Ordinal))
        {
            var after = _code.AsSpan(at + module.Length);
            if (after.StartsWith(" as ", StringComparison.Ordinal))
                Add(NameAtStart(after[4..].TrimStart(' ')));
            var before = Cut(_code.AsSpan(Math.Max(0, at - LongestName), Math.Min(at, LongestName)), "node:");
            if (before is not [.., '\'' or '"'])
                continue;
            before = before[..^1].TrimEnd(' ');
            if (before is [.., '('])
                before = Cut(Cut(before[..^1], "require"), "__import__").TrimEnd(' ');
            else if (before.EndsWith(" from", StringComparison.Ordinal))
                Add(NameAtEnd(before[..^5].TrimEnd(' ')));
            if (before is [.., '='])
                Add(NameAtEnd(before[..^1].TrimEnd(' ')));
        }
    }

    private void Add(ReadOnlySpan<char> name)
    {
        if (name.Length > 0)
            _owners.Add(name.ToString());
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, string end) =>
        text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text;

    private static ReadOnlySpan<char> NameAtStart(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < LongestName && CodeCalls.IsName(text[end]))
            end++;
        return text[..end];
    }

    private static ReadOnlySpan<char> NameAtEnd(ReadOnlySpan<char> text)
    {
        var from = text.Length;
        while (from > 0 && text.Length - from < LongestName && CodeCalls.IsName(text[from - 1]))
            from--;
        return text[from..];
    }

    /// <summary>What stands before the point, the module of <c>require('child_process')</c>; null without a point.</summary>
    private string? OwnerOf(int start)
    {
        if (start == 0 || _code[start - 1] != '.')
            return null;
        var before = _code.AsSpan(0, start - 1);
        if (before is not [.., ')'])
            return NameAtEnd(before).ToString();
        before = before[Math.Max(0, before.Length - LongestName)..^1];
        return before[(before.LastIndexOf('(') + 1)..].Trim("\"' ").ToString().Replace("node:", "", StringComparison.Ordinal);
    }
}
