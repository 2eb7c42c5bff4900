using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>git, where it only shows what the repository holds.</summary>
internal static class GitCheck
{
    private const string DiffWords = "patch no-patch raw stat? numstat shortstat dirstat? summary name-only name-status color? no-color "
        + "word-diff? color-words? no-renames "
        + "check full-index binary abbrev? text ignore-space-change ignore-all-space ignore-blank-lines ignore-space-at-eol function-context "
        + "exit-code quiet no-ext-diff "
        + "no-textconv cached staged merge-base minimal patience histogram diff-filter= diff-algorithm= unified= inter-hunk-context= "
        + "find-renames? find-copies? "
        + "relative? no-prefix submodule? compact-summary patch-with-stat pickaxe-regex pickaxe-all color-moved? word-diff-regex= find-copies-harder "
        + "ignore-cr-at-eol src-prefix= dst-prefix= ";

    private const string LogWords = DiffWords + "oneline graph decorate? no-decorate all branches? tags? remotes? follow max-count= since= "
        + "until= after= before= author= "
        + "committer= grep= all-match invert-grep regexp-ignore-case extended-regexp fixed-strings perl-regexp pretty? format= date= "
        + "abbrev-commit no-abbrev-commit "
        + "no-merges merges first-parent reverse topo-order date-order author-date-order left-right cherry-pick cherry cherry-mark merge "
        + "boundary simplify-by-decoration "
        + "full-history skip= walk-reflogs no-walk? relative-date parents children left-only right-only count ancestry-path? "
        + "min-parents= max-parents= no-notes notes? source ";

    private const string DiffLetters = "puszabwWRMCBDU0123456789";

    private static readonly ReadingProgram Log = Commands("log show whatchanged rev-list", DiffLetters + "imcgtEFPqr", "nLSG", LogWords);
    private static readonly ReadingProgram Diff = Commands("diff diff-tree diff-files diff-index "
        + "range-diff", DiffLetters + "rtmcv", "SGl", DiffWords + "root no-commit-id");

    private static readonly ReadingProgram Listed = Commands("", "v");

    private static readonly ReadingProgram[] All =
    [
        Log,
        Diff,
        Commands("shortlog", "snec", "", "summary numbered email committer all no-merges since= until= after= before= author="),
        Commands("status", "sbuvznoal", "", "short branch porcelain? long verbose untracked-files? ignored? show-stash no-renames ahead-behind "
            + "no-ahead-behind column?"),
        Commands("blame annotate", "lcestfnwbpkMC", "L", "porcelain line-porcelain date= abbrev= reverse root show-email show-name show-number "
            + "ignore-rev="),
        Commands("grep", "iIwvhHEGPFnlLcopqrazW", "eABCm", "ignore-case word-regexp invert-match full-name extended-regexp basic-regexp "
            + "perl-regexp fixed-strings "
            + "line-number column files-with-matches name-only count only-matching quiet heading break show-function function-context "
            + "after-context= before-context= "
            + "context= cached untracked max-depth= all-match and or not max-count= color? no-color text recursive null"),
        Commands("ls-files", "cdoismkutzfv", "x", "cached deleted others ignored stage modified unmerged killed exclude-standard exclude= "
            + "full-name error-unmatch eol "
            + "directory no-empty-directory deduplicate abbrev?"),
        Commands("ls-tree", "drtlz", "", "name-only name-status long full-name full-tree abbrev? object-only"),
        Commands("rev-parse", "q", "", "show-toplevel abbrev-ref? short? verify git-dir git-common-dir absolute-git-dir is-inside-work-tree "
            + "is-inside-git-dir "
            + "is-bare-repository show-prefix show-cdup symbolic-full-name symbolic all branches? tags? remotes? quiet is-shallow-repository"),
        Commands("cat-file", "tpse"),
        Commands("describe", "", "", "all tags contains abbrev= long always dirty? match= exact-match first-parent candidates= exclude="),
        Commands("merge-base", "a", "", "all is-ancestor fork-point independent octopus"),
        Commands("show-ref", "dqs", "", "head heads tags branches verify hash? abbrev? quiet dereference"),
        Commands("for-each-ref", "", "", "count= sort= format= points-at= merged? no-merged? contains? no-contains? ignore-case omit-empty"),
        Commands("name-rev", "", "", "tags all name-only always refs="),
        Commands("count-objects", "vH", "", "verbose human-readable"),
        Commands("check-ignore", "vnqz", "", "verbose non-matching quiet no-index"),
        Commands("version", "", "", "build-options"),
        // These list only where nothing is named.
        Listing("branch", "arvl", "all remotes list verbose show-current merged no-merged sort= format= contains no-contains column? color? "
            + "points-at="),
        Listing("tag", "ln", "list sort= format= column? contains merged no-merged points-at="),
        Listing("remote", "v", "verbose"),
    ];

    // A second word chooses what they do.
    private static readonly string[] Pairs =
    [
        "stash list", "stash show", "remote get-url", "worktree list", "reflog show", "notes list", "notes show", "bisect log",
    ];

    private static ReadingProgram Commands(string names, string letters, string valued = "", string words = "") =>
        new(names, Takes.Texts, letters, valued, words);

    private static ReadingProgram Listing(string name, string letters, string words) => new(name, Takes.Nothing, letters, "", words);

    public static bool IsHarmless(Argument[] words, Surroundings around)
    {
        var at = 0;
        while (at < words.Length && words[at] is { Kind: ArgumentKind.Known, Text: ['-', ..] } option)
        {
            if (option.Text is "--version")
                return words.Length == 1 || around.Refuse("what `git --version` does with more words is not known");
            if (option.Text is "-c" && at + 1 < words.Length && IsHarmlessSetting(words[at + 1]))
                at++;
            else if (option.Text is not ("--no-pager" or "-P" or "--no-optional-locks"))
                return around.Refuse($"what `git {option.Text}` does is not known");
            at++;
        }

        if (at >= words.Length || words[at].Kind != ArgumentKind.Known)
            return around.Refuse("which command of git runs is not known");
        return IsHome(around) && IsHarmlessCommand(words[at].Text, words[(at + 1)..], around);
    }

    // What lies in other folders of a repository may look like a repository, with a configuration that names programs.
    private static bool IsHome(Surroundings around)
    {
        foreach (var folder in around.Folders)
        {
            if (folder != around.Places.Context.WorkingDirectory.TrimEnd('/') && !around.Places.Context.TrustedDirectories.Contains(folder))
                return around.Refuse($"git obeys the configuration that it finds in {folder}");
        }

        return around.MayRead(Argument.Known("."), readsContent: false);
    }

    private static bool IsHarmlessSetting(Argument setting) => setting.Kind == ArgumentKind.Known
        && setting.Text.ToLowerInvariant() is "color.ui=never" or "color.ui=always" or "color.ui=false" or "core.quotepath=off"
            or "core.quotepath=false" or "core.pager=cat" or "core.fsmonitor=false" or "log.showsignature=false";

    private static bool IsHarmlessCommand(string command, Argument[] words, Surroundings around)
    {
        if (words.Length > 0 && words[0].Kind == ArgumentKind.Known && Array.IndexOf(Pairs, $"{command} {words[0].Text}") >= 0)
            return IsHarmlessWith(command is "stash" or "reflog" ? Log : Listed, $"{command} {words[0].Text}", words[1..], around);
        if (command is "config")
            return IsHarmlessConfiguration(words, around);
        if (command == "reflog" && Array.TrueForAll(words, word => word is { Kind: ArgumentKind.Known, Text: ['-', ..] }))
            return IsHarmlessWith(Log, command, words, around);
        if (words is [{ Kind: ArgumentKind.Known } how, { MayBeOption: false }] && (command == "tag" ? how.Text is "-l" or "--list"
            : command == "branch" && how.Text is "--contains" or "--merged" or "--no-merged" or "--list"))
        {
            return true;
        }

        foreach (var program in All)
        {
            if (program.IsNamed(command))
                return IsHarmlessWith(program, command, words, around);
        }

        return around.Refuse($"`git {command}` is not known to only read");
    }

    private static bool IsHarmlessWith(ReadingProgram program, string command, Argument[] words, Surroundings around)
    {
        var check = new ReadingCheck(program, $"git {command}", words, around);
        if (!check.IsHarmless())
            return false;
        foreach (var operand in check.Operands)
        {
            // A file outside of the repository is compared as well.
            if (program == Diff && operand.Kind is not (ArgumentKind.Known or ArgumentKind.Pattern or ArgumentKind.Name))
                return around.Refuse($"what {operand.Shown} names is not known");
            if (IsPath(operand.Text) && !around.MayRead(operand, readsContent: true))
                return false;
            if (PrivateFiles.IsPrivate(operand.Text[(operand.Text.IndexOf(':') + 1)..]))
                return around.Refuse($"{operand.Shown} may hold secrets");
        }

        return true;
    }

    private static bool IsPath(string text) => text.StartsWith('/') || text.StartsWith('~') || $"/{text}/".Contains("/../", StringComparison.Ordinal);

    private static bool IsHarmlessConfiguration(Argument[] words, Surroundings around)
    {
        if (words is [{ Kind: ArgumentKind.Known } how, { Kind: ArgumentKind.Known } what] && how.Text is "--get" or "--get-all" or "get"
            && (what.Text.StartsWith("user.", StringComparison.Ordinal) || what.Text.StartsWith("core.", StringComparison.Ordinal)
                || what.Text.StartsWith("init.", StringComparison.Ordinal) || what.Text.StartsWith("branch.", StringComparison.Ordinal)
                || (what.Text.StartsWith("remote.", StringComparison.Ordinal) && what.Text.EndsWith(".url", StringComparison.Ordinal))))
        {
            return true;
        }

        return words is [{ Kind: ArgumentKind.Known, Text: "user.name" or "user.email" }]
            || around.Refuse("what of git's configuration is shown is not known");
    }
}
