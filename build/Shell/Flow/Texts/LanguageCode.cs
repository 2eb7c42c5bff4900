namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>
/// Whether code of a language fetches something and runs it, by the names that it calls: what stands in the brackets of a call that runs code,
/// directly or by a variable. Code is not parsed; what is hidden from names is hidden from this.
/// </summary>
internal static class LanguageCode
{
    private const int LongestCode = 1 << 16;

    /// <summary>What code of a language calls; null for a language that is not known.</summary>
    private static CalledNames? NamesIn(string language) => language switch
    {
        "python" => new(
            "urlopen|urlretrieve|requests.get|requests.post|requests.request|httpx.get|http.client|urllib3|socket.|wget.download",
            "exec|eval|compile|execfile|run_path|exec_module",
            "system|popen|Popen|call|check_call|check_output|run|getoutput"),
        "perl" => new("get|getstore|LWP::|HTTP::Tiny|getprint", "eval|do", "system|exec|qx|`"),
        "ruby" => new(
            "URI.open|URI.parse|Net::HTTP|open-uri|HTTParty|open(\"http|open('http|open 'http|open \"http",
            "eval|instance_eval|class_eval|load",
            "system|exec|spawn|popen|`"),
        "node" => new(
            "fetch|https.get|http.get|require('http')|require('https')|require(\"http\")|require(\"https\")|axios|request(|got(",
            "eval|Function|runInThisContext|runInNewContext|runInContext|_compile|import",
            "exec|execSync|spawn|spawnSync|execFileSync"),
        "php" => new(
            "file_get_contents('http|file_get_contents(\"http|curl_exec|fopen('http|fopen(\"http|file('http|file(\"http",
            "eval|assert|include|require|include_once|require_once|create_function",
            "system|exec|shell_exec|passthru|popen|proc_open|`"),
        "lua" => new("http.request|https.request", "load|loadstring|dofile", "os.execute|execute|popen"),
        "r" => new("http://|https://|url(|download.file|RCurl|httr::GET", "source|eval", "system|system2"),
        "tcl" => new("http::geturl", "eval|source|uplevel", "exec"),
        "julia" => new("download|HTTP.get", "include|eval|include_string", "run"),
        "groovy" => new("toURL|new URL|.text", "evaluate|Eval.me", "execute"),
        "elixir" => new(":httpc.request|HTTPoison.get|Req.get", "eval_string|compile_string", "cmd|shell"),
        "awk" => new("", "", "system"),
        "osascript" => new("curl ", "run script", "do shell script"),
        _ => null,
    };

    public static JudgedCode Judge(string language, string code)
    {
        if (code.Length is 0 or > LongestCode || NamesIn(language) is not { } names)
            return new(false, []);
        code = CodeCalls.JoinTexts(code);
        // Of the machine itself.
        code = code.Replace("http://localhost", "", StringComparison.Ordinal).Replace("http://127.0.0.1", "", StringComparison.Ordinal);
        var fetched = Variables(code, names.Fetch);
        var runs = false;
        foreach (var argument in CodeCalls.Find(code, names.Run))
            runs |= Brings(argument, names.Fetch, fetched);
        // `.then(eval)`, `map(&eval)`: what arrives is run.
        runs |= Holds(code, names.Fetch) && Array.Exists(names.Run, name => code.Contains($"({name})", StringComparison.Ordinal));
        // What comes by a callback has any name.
        foreach (var argument in Holds(code, names.Fetch) ? CodeCalls.Find(code, names.Run[..Math.Min(1, names.Run.Length)]) : [])
            runs |= CodeCalls.IsOneName(argument);
        var commands = new List<string>();
        foreach (var argument in CodeCalls.Find(code, names.Shell))
        {
            runs |= Brings(argument, names.Fetch, fetched);
            commands.AddRange(CodeCalls.Commands(argument));
        }

        if (language == "awk")
            commands.AddRange(CodeCalls.Piped(code));
        return new(runs, commands);
    }

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
/// <param name="shellTexts">What it gives to shells, as texts.</param>
internal readonly struct JudgedCode(bool runsFetched, List<string> shellTexts)
{
    public bool RunsFetched { get; init; } = runsFetched;

    public List<string> ShellTexts { get; init; } = shellTexts;
}

/// <summary>The names of calls, each list separated by <c>|</c>.</summary>
internal sealed class CalledNames(string fetch, string run, string shell)
{
    public string[] Fetch { get; } = fetch.Split('|', StringSplitOptions.RemoveEmptyEntries);

    public string[] Run { get; } = run.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Those that give a text to a shell.</summary>
    public string[] Shell { get; } = shell.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
