using ClaudeCodeProxy.Safeguards.Harmless.Values;
using ContainerSecurity.Shell.Flow.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Programs that create and edit files, inside the trusted directories.</summary>
internal static class WriteCheck
{
    private static readonly ReadingProgram MakeDirectory = new("mkdir", Takes.Names, "pv", "", "parents verbose");
    private static readonly ReadingProgram Touch = new("touch", Takes.Names, "acm", "", "no-create");
    private static readonly ReadingProgram Tee = new("tee", Takes.Names, "a", "", "append");
    private static readonly ReadingProgram Copy = new("cp", Takes.Names, "fnpuv", "", "force no-clobber preserve? update verbose") { Most = 2 };
    private static readonly ReadingProgram Move = new("mv", Takes.Names, "fnv", "", "force no-clobber verbose") { Most = 2 };

    public static bool IsHarmless(string name, Argument[] words, Surroundings around)
    {
        var program = name switch { "mkdir" => MakeDirectory, "touch" => Touch, "tee" => Tee, "cp" => Copy, _ => Move };
        var check = new ReadingCheck(program, name, words, around);
        if (!check.ReadOptions())
            return false;
        if (program.Most == 2)
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
