using System.Collections.Immutable;
using ContainerSecurity.Shell.Flow.Texts;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Files that are copied, unpacked and made executable.</summary>
internal sealed class FileActs(ScriptWalk walk)
{
    private static readonly string[] Extensions = [".gz", ".bz2", ".xz", ".zst", ".lzma", ".lz4", ".br", ".Z"];

    public Outcome Copy(Call call)
    {
        var operands = call.Operands;
        if (call.Has(Role.NoContent) || operands.IsEmpty)
            return Outcome.Either;
        var folder = call.ValueOf(Role.Folder);
        var sources = folder is null ? operands[..^1] : operands;
        var target = walk.Files.Resolve((folder ?? operands[^1]).Text);
        foreach (var source in sources)
        {
            var from = walk.Files.Resolve(source.Text);
            var content = walk.Files.Read(source.Text, call.Streams);
            // Whether the target is a folder, only a run knows.
            if (content is not null)
                CopyFile(content, target, FilePath.NameOf(source.Text));
            if (walk.State.Files.Folder(from) is { } all)
                FillFolder(all, target, FilePath.NameOf(source.Text));
            if (content is null)
                CopyMounts(from, target);
            if (content is not null && call.Spec.Act == Act.Place && MakesExecutable(call))
                walk.Files.Judge(content, source, call.Line);
            if (call.Name == "mv")
                walk.State.Files.Remove(from);
        }

        return Outcome.Either;
    }

    private void CopyFile(Value content, string target, string name)
    {
        walk.State.Files.Write(target, content);
        walk.State.Files.Write($"{target}/{name}", content);
    }

    private void FillFolder(Value content, string target, string name)
    {
        walk.State.Files.Fill(target, content, isOwn: true);
        walk.State.Files.Fill($"{target}/{name}", content, isOwn: true);
    }

    private void CopyMounts(string source, string target)
    {
        walk.State.Files.CopyMounts(walk.State.Files, source, target);
        walk.State.Files.CopyMounts(walk.State.Files, source, $"{target}/{FilePath.NameOf(source)}");
    }

    // Without a mode, `install` makes them so.
    private static bool MakesExecutable(Call call) => call.ValueOf(Role.Pin) is not { } mode || FileRights.IsExecutable(mode.Text);

    public Outcome MakeExecutable(Call call)
    {
        // `-x` takes away, and looks like an option.
        var words = new List<Value>();
        foreach (var word in call.Words)
        {
            if (!word.Text.StartsWith('-'))
                words.Add(word);
        }

        if (words.Count < 2 || !FileRights.IsExecutable(words[0].Text))
            return Outcome.Either;
        foreach (var file in words.GetRange(1, words.Count - 1))
        {
            if (walk.Files.Read(file.Text, call.Streams) is { } content && walk.State.Files.Folder(walk.Files.Resolve(file.Text)) is null)
                walk.Files.Judge(content, file, call.Line);
        }

        return Outcome.Either;
    }

    public Outcome Unpack(Call call)
    {
        if (call.Has(Role.NoContent) || !Extracts(call))
            return Outcome.Either;
        var (archive, members) = Archive(call);
        var content = archive is null || FileWalk.IsInput(archive.Text) ? call.Input : walk.Files.Read(archive.Text, call.Streams);
        if (content is null || content.From.IsEmpty)
            return Outcome.Either;
        var unpacked = content.WithText("${_}");
        if (call.Has(Role.ToOutput))
        {
            call.Write(walk.Unknown(unpacked));
            return Outcome.Either;
        }

        var folder = call.ValueOf(Role.Folder)?.Text;
        var target = walk.Files.Resolve(folder ?? ".");
        walk.State.Files.Fill(target, unpacked, isOwn: folder is not null && folder is not ("." or "/"));
        foreach (var member in members)
        {
            if (!member.IsKnown)
                continue;
            walk.State.Files.Write(FilePath.Resolve(target, member.Text), unpacked);
            walk.State.Files.Write(FilePath.Resolve(target, FilePath.NameOf(member.Text)), unpacked);
        }

        return Outcome.Either;
    }

    private static bool Extracts(Call call) => call.Name is "unzip" or "unsquashfs" or "unar" or "unrar"
        || (call.Name is "ar" or "7z" or "7za" or "7zr" or "7zz" && call.Operands is [{ Text: ['x' or 'e', ..] or ['-', 'x', ..] }, ..])
        || call.Has(Role.Extract);

    private static (Value? Archive, ImmutableArray<Value> Members) Archive(Call call)
    {
        if (call.Name is "tar" or "bsdtar" or "gtar" or "star" or "cpio")
            return (call.ValueOf(Role.Input), call.Operands);
        // The first one says what to do.
        var at = call.Name is "ar" or "unrar" || call.Name.StartsWith('7') ? 1 : 0;
        return at < call.Operands.Length ? (call.Operands[at], call.Operands[(at + 1)..]) : (null, []);
    }

    public Outcome Decompress(Call call)
    {
        var isInput = true;
        foreach (var operand in call.Operands)
            isInput &= FileWalk.IsInput(operand.Text);
        if (isInput)
        {
            call.Write(call.Input);
            return Outcome.Either;
        }

        foreach (var operand in call.Operands)
        {
            if (walk.Files.Read(operand.Text, call.Streams) is not { } content)
                continue;
            if (call.Has(Role.ToOutput))
                call.Write(content);
            else
                walk.Files.Write(call.ValueOf(Role.Output)?.Text ?? WithoutExtension(operand.Text), content, appends: false, call.Line);
        }

        return Outcome.Either;
    }

    private static string WithoutExtension(string path) =>
        Array.Find(Extensions, extension => path.EndsWith(extension, StringComparison.Ordinal)) is { } found ? path[..^found.Length] : path;
}
