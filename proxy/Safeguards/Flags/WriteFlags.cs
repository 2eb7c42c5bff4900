using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs.Table;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Files that are written outside of the trusted directories, or that something runs or obeys by itself.</summary>
internal sealed class WriteFlags(Scene scene)
{
    private static readonly string[] InPlace = NameList.Read("truncate chown chgrp chattr setfacl touch mkdir mkfifo mknod"u8);
    private static readonly string[] Disks = NameList.Read(
        """
        /dev/sd /dev/hd /dev/vd /dev/xvd /dev/nvme /dev/mmcblk /dev/disk /dev/mem /dev/kmem /dev/mapper /dev/loop /dev/md /dev/port
        """u8);
    private static readonly string[] Harmless = NameList.Read(
        """
        /dev/null /dev/stdout /dev/stderr /dev/tty /dev/fd/ /dev/shm/ /tmp/ /var/tmp/ /proc/self/fd/
        """u8);

    public void Look(ScriptWalk walk, Call call)
    {
        if (call.Spec.Act is Act.Copy or Act.Place && !call.Operands.IsEmpty)
        {
            var target = call.ValueOf(Role.Folder)?.Text ?? call.Operands[^1].Text;
            LookAt(walk, target, call.Name);
            foreach (var source in call.Operands)
                LookAtProtected(walk, $"{target.TrimEnd('/')}/{FilePath.NameOf(source.Text)}", call.Name);
        }
        else if (call.Spec.Act == Act.Unpack && call.ValueOf(Role.Folder) is { } folder && call.Has(Role.Extract))
        {
            LookAt(walk, folder.Text, call.Name);
        }
        else if (IsInPlace(call))
        {
            foreach (var word in call.Words)
            {
                if (word.Text is not ['-', ..])
                    LookAtProtected(walk, word.Text, call.Name);
            }
        }
    }

    // `sed -i`, `perl -pi`.
    private static bool IsInPlace(Call call) => InPlace.Holds(call.Name)
        || (call.Name is "sed" or "gsed" or "perl" or "ruby" && call.Words.Any(static word => IsInPlace(word.Text)));

    private static bool IsInPlace(string option) => option is ['-', 'i', ..] or ['-', 'p', 'i', ..] || option.Begins("--in-place");

    public void Look(ScriptWalk walk, string path, Value content)
    {
        if (!FileWalk.IsNetwork(path))
            LookAt(walk, path, ">");
        else if (content.Secret is { } secret)
            scene.Flag(FlagRules.SecretSent, $"> {path}", $"sends {secret} away");
    }

    private void LookAtProtected(ScriptWalk walk, string path, string program)
    {
        if (scene.Resolve(walk, path) is { } place && ProtectedFiles.Find(place) is { } what)
            scene.Flag(Kind(place), $"{program} {path}", $"changes {place}, which {what}");
    }

    /// <param name="path">As the command names it.</param>
    /// <param name="program">For the explanation.</param>
    public void LookAt(ScriptWalk walk, string path, string program)
    {
        if (scene.Resolve(walk, path) is not { } place)
            return;
        if (place.BeginsWithAny(Disks))
            scene.Flag(FlagRules.Disk, $"{program} {path}", $"overwrites the device {place}");
        else if (ProtectedFiles.Find(place) is { } what)
            scene.Flag(Kind(place), $"{program} {path}", $"changes {place}, which {what}");
        else if (!scene.Paths.IsTrusted(place) && !place.BeginsWithAny(Harmless))
            scene.Flag(FlagRules.WritesOutside, $"{program} {path}", $"writes {place}, which lies outside of the trusted directories");
    }

    private static FlagRule Kind(string place) =>
        place.Has("/.claude") || place.Has("/claude-code/") ? FlagRules.Client : FlagRules.FileProtected;
}
