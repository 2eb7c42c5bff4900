using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Flow.Values;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>What is deleted outside of the trusted directories, or cannot be made again.</summary>
internal sealed class DeletionFlags(Scene scene)
{
    private static readonly string[] Deleting = NameList.Read("rm rmdir unlink shred srm rimraf del-cli trash rd wipe"u8);
    private static readonly string[] Choosing = NameList.Read("-name -iname -path -ipath -regex -newer -size -empty -mtime -mmin -wholename"u8);

    private static readonly string[] FindRuns = NameList.Read("rm shred unlink rmdir mv /bin/rm sh bash"u8);

    private static readonly string[] Systems = NameList.Read(
        """
        / /bin /boot /dev /etc /home /lib /lib64 /opt /root /sbin /srv /usr /var /Users /Library /System /mnt
        """u8);

    public void Look(ScriptWalk walk, Call call)
    {
        if (call.Name == "find")
            LookAtFind(walk, call);
        else if (Deleting.Holds(call.Name) || (call.Name == "npx" && call.Words is [{ Text: "rimraf" }, ..]))
            LookAtOperands(walk, call);
        else if (call.Name == "rsync" && call.Words.Any(static word => word.Text.Begins("--delete")) && call.Words.Length > 1)
            LookAt(walk, call.Words[^1].Text, "rsync --delete");
    }

    private void LookAtOperands(ScriptWalk walk, Call call)
    {
        var isOption = true;
        foreach (var word in call.Words)
        {
            if (isOption && word.Text is ['-', ..])
                isOption = word.Text != "--";
            else
                LookAt(walk, word.Text, call.Name);
        }
    }

    private void LookAtFind(ScriptWalk walk, Call call)
    {
        var (deletes, chooses, starts, isStart) = (false, false, new List<string>(), true);
        for (var at = 0; at < call.Words.Length; at++)
        {
            var text = call.Words[at].Text;
            isStart &= text is not ['-' or '(' or '!', ..];
            if (isStart)
                starts.Add(text);
            chooses |= text.BeginsWithAny(Choosing);
            deletes |= text == "-delete" || (at > 0 && call.Words[at - 1].Text is "-exec" or "-execdir" or "-ok" && FindRuns.Holds(text));
        }

        foreach (var start in deletes ? starts.Count == 0 ? ["."] : starts : [])
        {
            // Some of what is in it is another matter than all of it.
            if (!chooses || scene.Resolve(walk, start) is not { } place || !scene.Paths.IsTrusted(place))
                LookAt(walk, start, "find");
        }
    }

    /// <param name="path">As the command names it.</param>
    /// <param name="program">For the explanation.</param>
    public void LookAt(ScriptWalk walk, string path, string program)
    {
        if (scene.Resolve(walk, path) is not { } place)
            return;
        var whole = place.Ends("/*") ? place[..^2] : place.Ends("/.*") ? place[..^3] : place;
        if (whole.Length == 0)
            whole = "/";
        var isTemporary = place.Begins("/tmp/") || place.Begins("/var/tmp/");
        if (Systems.Holds(whole) || whole == scene.Context.HomeDirectory || IsAbove(whole))
            scene.Flag(FlagRules.DeletesAll, $"{program} {path}", $"deletes {whole} and all that is in it");
        else if (scene.Paths.IsTrusted(place))
            LookInside(place, path, program);
        else if (!isTemporary || place.Contains('*'))
            scene.Flag(FlagRules.DeletesOutside, $"{program} {path}", $"deletes {place}, which lies outside of the trusted directories");
    }

    private bool IsAbove(string place)
    {
        var work = scene.Context.WorkingDirectory;
        return work.Length > place.Length && KnownPaths.IsAtOrBelow(work, place);
    }

    private void LookInside(string place, string path, string program)
    {
        if (FilePath.NameOf(place) == ".git" || place.Has("/.git/objects") || place.Has("/.git/refs")
            || place.Ends("/.git/*"))
        {
            scene.Flag(FlagRules.DeletesHistory, $"{program} {path}", "deletes the repository's history");
        }
        else if (IsWhole(place.TrimEnd('*').TrimEnd('/')))
        {
            scene.Flag(FlagRules.DeletesHistory, $"{program} {path}", "deletes the whole of a trusted directory");
        }
    }

    private bool IsWhole(string folder) => folder == scene.Context.WorkingDirectory || scene.Context.TrustedDirectories.Contains(folder);
}
