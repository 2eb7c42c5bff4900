using ClaudeCodeProxy.Safeguards.Harmless.Texts;

namespace ClaudeCodeProxy.Safeguards.Harmless.Values;

/// <summary>Which variables a script may set or show without that anything else changes.</summary>
internal static class VariableNames
{
    // Environment variables are written in capitals, as a rule; these are nobody's.
    private static readonly string[] Capitals =
    [
        "A", "B", "C", "D", "F", "I", "J", "K", "L", "M", "N", "S", "T", "V", "X", "Y", "Z", "BASE", "BRANCH", "COUNT", "DIR", "DIRS", "FILE",
        "FILES", "LINE", "NAME",
        "OUT", "PATTERN", "PKG", "RESULT", "ROOT", "SRC", "TARGET", "TOTAL",
    ];

    // Of zsh, in which a variable of this name is another one that programs obey; of bash and of libraries.
    private static readonly string[] Obeyed =
    [
        "path", "cdpath", "fpath", "mailpath", "manpath", "module_path", "fignore", "prompt", "psvar", "status", "pipestatus", "argv", "options",
        "functions",
        "aliases", "galiases", "saliases", "commands", "builtins", "parameters", "nameddirs", "userdirs", "watch", "histchars", "signals", "keymap",
        "widgets",
        "modules", "history", "historywords", "jobdirs", "jobtexts", "jobstates", "usergroups", "errnos", "termcap", "terminfo", "langinfo",
        "sysparams",
        "mapfile", "funcstack", "reswords", "patchars", "zsh_eval_context", "auto_resume", "precmd", "chpwd", "preexec", "periodic", "zshexit",
    ];

    // Not the rest of the environment, which may hold secrets.
    private static readonly string[] Shown =
    [
        "HOME", "PWD", "OLDPWD", "USER", "LOGNAME", "SHELL", "PATH", "LANG", "TERM", "HOSTNAME", "EDITOR", "UID", "EUID", "PPID", "RANDOM",
        "SECONDS", "LINENO",
        "BASH_VERSION", "ZSH_VERSION", "NODE_ENV", "CI", "VIRTUAL_ENV", "TMPDIR", "?", "#", "$",
    ];

    public static bool MaySet(string name)
    {
        if (Array.IndexOf(Capitals, name) >= 0)
            return true;
        foreach (var character in name)
        {
            if (!PlainCharacters.IsName(character) || char.IsAsciiLetterUpper(character))
                return false;
        }

        return !name.EndsWith("_proxy", StringComparison.Ordinal) && !name.EndsWith("_functions", StringComparison.Ordinal)
            && !name.StartsWith("dis_", StringComparison.Ordinal) && name != "_" && Array.IndexOf(Obeyed, name) < 0;
    }

    public static bool MayShow(string name) => Array.IndexOf(Shown, name) >= 0;

    /// <summary>What is set for one command alone: <c>LC_ALL=C sort</c>.</summary>
    public static bool MaySetFor(string name, string value) => name switch
    {
        "LC_ALL" or "LANG" or "LC_CTYPE" or "LC_COLLATE" or "TZ" => PlainCharacters.IsSafe(value) && !value.Contains('/') && value[0] != ':',
        "NO_COLOR" or "FORCE_COLOR" or "CLICOLOR" or "CI" => value.Length <= 1 || value == "true",
        "GIT_PAGER" or "PAGER" => value is "cat" or "",
        "GIT_OPTIONAL_LOCKS" => value == "0",
        _ => false,
    };
}
