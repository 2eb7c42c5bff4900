using ContainerSecurity.Shell.Flow.Values;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Commands that stand in the options of programs which are there for something else: the editor's <c>!</c>, git's settings, tar's actions.</summary>
internal static class EmbeddedCommands
{
    private static readonly string[] Editors = ["vi", "vim", "nvim", "view", "ex", "gvim", "vimdiff", "ed", "emacs", "nano"];
    private static readonly string[] Clients = ["gdb", "lldb", "sqlite3", "psql", "mysql", "mariadb", "ftp", "lftp", "sftp", "mail", "less", "more"];

    // What follows one of these in a word is a command.
    private static readonly string[] OfTar =
        ["--checkpoint-action=exec=", "--to-command=", "--use-compress-program=", "--rsh-command=", "--info-script=", "--new-volume-script="];

    private static readonly string[] OfSsh =
    [
        "ProxyCommand=", "ProxyCommand ", "LocalCommand=", "LocalCommand ", "KnownHostsCommand=", "RemoteCommand=",
    ];
    private static readonly string[] OfRsync = ["--rsh=", "--rsync-path=", "-e"];
    private static readonly string[] OfOthers =
    [
        "--filter=", "--compress-program=", "--pre=", "--pager=", "--sh-exec=", "--exec=", "EXEC:", "SYSTEM:",
    ];

    private static readonly string[] OfGit =
    [
        "core.sshCommand=", "core.pager=", "core.editor=", "core.fsmonitor=", "sequence.editor=", "diff.external=", "gpg.program=", "core.askPass=",
        "credential.helper=!", "core.gitProxy=", "--upload-pack=", "--receive-pack=", "--exec=", "--tree-filter=", "--index-filter=",
        "--msg-filter=", "ext::",
    ];

    // Git's settings with names of the user's own: what they are set to runs.
    private static readonly string[] GitMarks = [".textconv=", ".clean=", ".smudge=", ".driver=", ".command=", ".cmd=", "=!"];
    private static readonly string[] GitRuns = ["-x", "--exec", "run", "foreach", "--tree-filter", "--index-filter", "--env-filter", "--msg-filter"];

    public static IEnumerable<Value> Find(Call call) => call.Name switch
    {
        "git" => OfGitCommand(call),
        "tar" or "bsdtar" or "gtar" => Behind(call, OfTar, "-I"),
        "ssh" or "scp" or "sftp" or "autossh" => Behind(call, OfSsh),
        "rsync" => Behind(call, OfRsync, "-e", "--rsh", "--rsync-path"),
        "split" or "sort" or "rg" or "man" => Behind(call, OfOthers, "-P"),
        "socat" => Behind(call, OfOthers),
        "nc" or "ncat" or "netcat" => Behind(call, OfOthers, "-e", "-c", "--exec", "--sh-exec"),
        "zip" => Behind(call, [], "-TT"),
        _ when Array.IndexOf(Editors, call.Name) >= 0 || Array.IndexOf(Clients, call.Name) >= 0 => Escapes(call),
        _ => [],
    };

    /// <param name="before">What stands in a word before the command.</param>
    /// <param name="options">Words whose next one is it.</param>
    private static IEnumerable<Value> Behind(Call call, string[] before, params string[] options)
    {
        for (var at = 0; at < call.Words.Length; at++)
        {
            var word = call.Words[at];
            if (at > 0 && Array.IndexOf(options, call.Words[at - 1].Text) >= 0)
                yield return word;
            foreach (var mark in before)
            {
                if (word.Text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var found && word.Text.Length > found + mark.Length)
                    yield return word.WithText(word.Text[(found + mark.Length)..]);
            }
        }
    }

    private static IEnumerable<Value> OfGitCommand(Call call)
    {
        foreach (var code in Behind(call, OfGit))
            yield return code;
        for (var at = 0; at < call.Words.Length; at++)
        {
            var word = call.Words[at];
            foreach (var mark in GitMarks)
            {
                if (word.Text.IndexOf(mark, StringComparison.Ordinal) is > 0 and var found
                    && !word.Text.StartsWith("credential.helper", StringComparison.Ordinal))
                {
                    yield return word.WithText(word.Text[(found + mark.Length)..].TrimStart('!'));
                }
            }

            // `git rebase --exec 'make test'`, `git bisect run sh -c …`.
            if (at > 0 && call.Words[0].Text is "rebase" or "bisect" or "submodule" or "filter-branch"
                && Array.IndexOf(GitRuns, call.Words[at - 1].Text) >= 0)
            {
                yield return Value.Join(call.Words.AsSpan()[at..]);
            }
        }
    }

    /// <summary>What follows a <c>!</c>, <c>shell</c> or <c>system</c> at the beginning of a command of the program's own.</summary>
    private static IEnumerable<Value> Escapes(Call call)
    {
        foreach (var word in call.Words)
        {
            foreach (var line in word.Text.Split('\n'))
            {
                var text = line.TrimStart(' ', ':', '\\', '+', '%');
                var rest = After(text, "!") ?? After(text, "shell ") ?? After(text, ".shell ") ?? After(text, ".system ") ?? After(text, "system ")
                    ?? After(text, "silent !") ?? After(text, "r!") ?? (text.IndexOf("|!", StringComparison.Ordinal) is >= 0 and var bar ? text[(bar + 2)..] : null);
                if (rest is not null)
                    yield return word.WithText(rest);
            }
        }
    }

    private static string? After(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;
}
