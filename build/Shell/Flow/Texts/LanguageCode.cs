using System.Collections.Immutable;

namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>
/// Whether code of a language fetches something and runs it, by the names that it calls: what stands in the brackets of a call that runs code,
/// directly or by a variable. Code is not parsed; what is hidden from names is hidden from this.
/// </summary>
internal static class LanguageCode
{
    private const int LongestCode = 1 << 22;

    // In more than a few lines a name says nothing about where a value came from.
    private const int LongestCallback = 1 << 11;

    /// <summary>Words by which an argument is a text for a shell.</summary>
    private static readonly string[] ShellMarks = ["shell=True", "sh", "bash", "-c", "/bin/sh", "/bin/bash", "cmd", "powershell", "pwsh"];

    private static readonly Dictionary<string, (string[] Fetch, string[] Run, string[] Shell)> Names = new()
    {
        ["python"] = (
            [
                "urlopen", "urlretrieve", "requests.get", "requests.post", "requests.request", "httpx.get", "http.client", "urllib3", "socket.",
                "wget.download",
            ],
            ["exec", "eval", "compile", "execfile", "run_path", "exec_module"],
            ["system", "popen", "Popen", "call", "check_call", "check_output", "run", "getoutput"]),
        ["perl"] = (
            ["get", "getstore", "LWP::", "HTTP::Tiny", "getprint"], ["eval", "do"], ["system", "exec", "qx", "`"]),
        ["ruby"] = (
            ["URI.open", "URI.parse", "Net::HTTP", "open-uri", "HTTParty", "open(\"http", "open('http", "open 'http", "open \"http"],
            ["eval", "instance_eval", "class_eval", "load"],
            ["system", "exec", "spawn", "popen", "`"]),
        ["node"] = (
            [
                "fetch", "https.get", "http.get", "require('http')", "require('https')", "require(\"http\")", "require(\"https\")", "axios",
                "request(", "got(",
            ],
            ["eval", "Function", "runInThisContext", "runInNewContext", "runInContext", "_compile", "import"],
            ["exec", "execSync", "spawn", "spawnSync", "execFileSync"]),
        ["php"] = (
            ["file_get_contents('http", "file_get_contents(\"http", "curl_exec", "fopen('http", "fopen(\"http", "file('http", "file(\"http"],
            ["eval", "assert", "include", "require", "include_once", "require_once", "create_function"],
            ["system", "exec", "shell_exec", "passthru", "popen", "proc_open", "`"]),
        ["lua"] = (["http.request", "https.request"], ["load", "loadstring", "dofile"], ["os.execute", "execute", "popen"]),
        ["r"] = (["http://", "https://", "url(", "download.file", "RCurl", "httr::GET"], ["source", "eval"], ["system", "system2"]),
        ["tcl"] = (["http::geturl"], ["eval", "source", "uplevel"], ["exec"]),
        ["julia"] = (["download", "HTTP.get"], ["include", "eval", "include_string"], ["run"]),
        ["groovy"] = (["toURL", "new URL", ".text"], ["evaluate", "Eval.me"], ["execute"]),
        ["elixir"] = ([":httpc.request", "HTTPoison.get", "Req.get"], ["eval_string", "compile_string"], ["cmd", "shell"]),
        ["osascript"] = (["curl "], ["run script"], ["do shell script"]),
    };

    public static JudgedCode Judge(string language, string code)
    {
        if (code.Length is 0 or > LongestCode || !Names.TryGetValue(language, out var names))
            return new(null, []);
        // Of the machine itself.
        code = WithoutComments(code);
        code = code.Replace("http://localhost", "", StringComparison.Ordinal).Replace("http://127.0.0.1", "", StringComparison.Ordinal);
        var (fetched, holds) = (Variables(code, names.Fetch), Holds(code, names.Fetch));
        var calls = CodeCalls.Find(code, names.Run).Where(call => CodeOwners.RunsCode(language, code, call)).ToList();
        var texts = CodeCalls.Find(code, names.Shell).Where(call => CodeOwners.RunsCode(language, code, call)).ToList();
        var runs = calls.Where(call => Brings(call.Text, names.Fetch, fetched))
            .Concat(texts.Where(call => BringsCommand(call.Text, names.Fetch, fetched)))
            .Select(call => call.At);
        // `.then(eval)`, `map(&eval)`: what arrives is run.
        if (holds)
            runs = runs.Concat(names.Run.Select(name => code.IndexOf($"({name})", StringComparison.Ordinal)).Where(at => at >= 0));
        // What comes by a callback has any name.
        if (holds && code.Length <= LongestCallback)
            runs = runs.Concat(calls.Where(call => call.Name == names.Run[0] && CodeCalls.IsOneName(call.Text)).Select(call => call.At));
        var (first, lines) = (runs.DefaultIfEmpty(-1).Min(), new LineNumbers(code));
        return new(
            first < 0 ? null : lines.Of(first),
            [.. texts.SelectMany(call => CodeCalls.Strings(call.Text).Select(text => new ShellTextOfCode(text, lines.Of(call.At))))]);
    }

    /// <summary>What is fetched is the command, or part of a text for a shell; not a word that another program is given.</summary>
    private static bool BringsCommand(string argument, string[] fetch, List<string> fetched)
    {
        if (!Brings(argument, fetch, fetched))
            return false;
        argument = argument.Replace("await ", "", StringComparison.Ordinal);
        var first = argument.TrimStart('(', '[', ' ', '"', '\'', '`', '$', '{', 'f', '#');
        var end = first.AsSpan().IndexOfAny(',', ' ', '+');
        return Brings(argument[..(argument.Length - first.Length)] + (end < 0 ? first : first[..end]), fetch, fetched)
            || Array.Exists(ShellMarks, mark => HoldsWord(argument, mark));
    }

    /// <summary>The same lines, those that are only a comment empty.</summary>
    private static string WithoutComments(string code) => !code.Contains('\n') ? code
        : string.Join('\n', code.Split('\n').Select(line => line.AsSpan().TrimStart() is ['#', not '!', ..] or ['/', '/', ..] ? "" : line));

    private static bool Brings(string argument, string[] fetch, List<string> fetched) =>
        Holds(argument, fetch) || fetched.Exists(name => HoldsWord(argument, name));

    private static bool Holds(string text, string[] names) => Array.Exists(names, name =>
        name.AsSpan().IndexOfAny("('\" /") < 0 && char.IsAsciiLetterOrDigit(name[^1])
            ? HoldsWord(text, name)
            : text.Contains(name, StringComparison.Ordinal));

    private static bool HoldsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !CodeCalls.IsName(text[at - 1])) && (end == text.Length || !CodeCalls.IsName(text[end])))
                return true;
        }

        return false;
    }

    /// <summary>The variables that get what is fetched, also by way of another.</summary>
    private static List<string> Variables(string code, string[] fetch)
    {
        var names = new List<string>();
        foreach (var statement in code.Split([';', '\n']))
        {
            var equals = statement.IndexOf('=');
            if (equals <= 0 || !Brings(statement[equals..], fetch, names))
                continue;
            var name = statement[..equals].TrimEnd(' ', ':', '+');
            var start = name.Length;
            while (start > 0 && (CodeCalls.IsName(name[start - 1]) || name[start - 1] == '$'))
                start--;
            if (start < name.Length && names.Count < 64)
                names.Add(name[start..].TrimStart('$'));
        }

        return names;
    }
}

/// <summary>What code does with what it fetches.</summary>
/// <param name="RunsFetchedIn">The line, 1-based, in which it runs what it fetches; null where it does not.</param>
/// <param name="ShellTexts">What it gives to shells, as texts.</param>
internal readonly record struct JudgedCode(int? RunsFetchedIn, ImmutableArray<ShellTextOfCode> ShellTexts);

/// <summary>A text that code gives to a shell, and the line, 1-based, in which it does.</summary>
internal readonly record struct ShellTextOfCode(string Text, int Line);
