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
            return new(null, []);
        code = CodeCalls.JoinTexts(WithoutComments(code));
        // Of the machine itself.
        code = code.Replace("http://localhost", "", StringComparison.Ordinal).Replace("http://127.0.0.1", "", StringComparison.Ordinal);
        var (fetched, holds) = (Variables(code, names.Fetch), Holds(code, names.Fetch));
        var (owners, lines, first) = (new CodeOwners(language, code), new LineNumbers(code), -1);
        foreach (var call in CodeCalls.Find(code, names.Run))
        {
            // What comes by a callback has any name.
            var isCallback = holds && code.Length <= LongestCallback && call.Name == names.Run[0] && CodeCalls.IsOneName(call.Text);
            if (owners.RunsCode(call) && (isCallback || Brings(call.Text, names.Fetch, fetched)))
                first = Earlier(first, call.At);
        }

        var texts = new List<ShellTextOfCode>();
        foreach (var call in CodeCalls.Find(code, names.Shell))
        {
            if (!owners.RunsCode(call))
                continue;
            if (BringsCommand(call.Text, names.Fetch, fetched))
                first = Earlier(first, call.At);
            foreach (var command in CodeCalls.Commands(call.Text))
                texts.Add(new(command, lines.Of(call.At)));
        }

        foreach (var command in language == "awk" ? CodeCalls.Piped(code) : [])
            texts.Add(new(command.Text, lines.Of(command.At)));
        // `.then(eval)`, `map(&eval)`: what arrives is run.
        if (holds)
        {
            foreach (var name in names.Run)
                first = Earlier(first, code.IndexOf($"({name})", StringComparison.Ordinal));
        }

        return new(first < 0 ? null : lines.Of(first), texts);
    }

    private static int Earlier(int one, int other) => one < 0 ? other : other < 0 ? one : Math.Min(one, other);

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
    private static string WithoutComments(string code)
    {
        if (!code.Contains('\n'))
            return code;
        var lines = code.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].AsSpan().TrimStart() is ['#', not '!', ..] or ['/', '/', ..])
                lines[at] = "";
        }

        return string.Join('\n', lines);
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
/// <param name="runsFetchedIn">The line, 1-based, in which it runs what it fetches; null where it does not.</param>
/// <param name="shellTexts">What it gives to shells.</param>
internal sealed class JudgedCode(int? runsFetchedIn, List<ShellTextOfCode> shellTexts)
{
    public int? RunsFetchedIn => runsFetchedIn;

    public List<ShellTextOfCode> ShellTexts => shellTexts;
}

/// <summary>A text that code gives to a shell, and the line, 1-based, in which it does.</summary>
internal sealed class ShellTextOfCode(string text, int line)
{
    public string Text => text;

    public int Line => line;
}

/// <summary>The names of calls, each list separated by <c>|</c>.</summary>
internal sealed class CalledNames(string fetch, string run, string shell)
{
    public string[] Fetch { get; } = fetch.Split('|', StringSplitOptions.RemoveEmptyEntries);

    public string[] Run { get; } = run.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Those that give a text to a shell.</summary>
    public string[] Shell { get; } = shell.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
