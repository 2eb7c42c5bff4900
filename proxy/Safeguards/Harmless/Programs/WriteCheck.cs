using ClaudeCodeProxy.Safeguards.Harmless.Values;
using ContainerSecurity.Shell.Flow.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Programs that create and edit files, inside the trusted directories.</summary>
internal static class WriteCheck
{
    public static bool IsHarmless(string name, Argument[] words, Surroundings around)
    {
        var check = new ReadingCheck(ReadingPrograms.Find(name)!, name, words, around);
        if (!check.ReadOptions())
            return false;
        if (name is "cp" or "mv")
            return MayTransfer(name, check.Operands, around);
        foreach (var file in check.Operands)
        {
            if (!around.MayWrite(file))
                return false;
        }

        return true;
    }

    private static bool MayTransfer(string name, List<Argument> files, Surroundings around)
    {
        if (files.Count != 2 || files[0].Kind != ArgumentKind.Known || files[1].Kind != ArgumentKind.Known)
            return around.Refuse($"what `{name}` writes is not known");
        var (from, to) = (files[0].Text, files[1].Text);
        return around.MayRead(files[0], readsContent: true)
            && around.MayWrite(files[1])
            // Into a folder, under its own name.
            && around.MayWrite(Argument.Known($"{to.TrimEnd('/')}/{FilePath.NameOf(from.TrimEnd('/'))}"))
            && (name == "cp" || (around.MayWrite(files[0]) && !IsHome(from, around)));
    }

    private static bool IsHome(string path, Surroundings around)
    {
        foreach (var folder in around.Folders)
        {
            if (around.Places.Resolve(path, folder) is not { } resolved || around.Places.Context.TrustedDirectories.Contains(resolved)
                || around.Places.Context.WorkingDirectory.StartsWith(resolved, StringComparison.Ordinal))
            {
                around.Refuse($"`{path}` holds the working directory");
                return true;
            }
        }

        return false;
    }
}
