using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>git, where it only shows what the repository holds.</summary>
internal static class GitCheck
{
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
        return IsHome(around) && IsHarmlessCommand(words[at..], around);
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

    private static bool IsHarmlessCommand(Argument[] words, Surroundings around)
    {
        if (words[0].Text is "config")
            return IsHarmlessConfiguration(words[1..], around);
        if (ReadingCheck.Find("git", words, around) is not { } check)
            return around.Refuse($"`git {words[0].Text}` is not known to only read");
        if (!check.IsHarmless())
            return false;
        foreach (var operand in check.Operands)
        {
            if (!around.MayChoose(operand) || (IsPath(operand.Text) && !around.MayRead(operand, readsContent: true)))
                return false;
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
