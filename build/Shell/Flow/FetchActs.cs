using ContainerSecurity.Shell.Flow.Texts;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>What comes from the network, and where it goes.</summary>
internal sealed class FetchActs(ScriptWalk walk)
{
    private const int ShortestCommit = 7;

    // These name the source and then the target; only a remote source is fetched.
    private static readonly string[] Copiers = ["aws", "gsutil", "gcloud", "azcopy", "rclone", "mc", "scp", "rsync", "s3cmd", "lwp-download", "sftp"];

    public Outcome Fetch(Call call)
    {
        if (call.Has(Role.NoContent))
        {
            call.Write(new Value("${_}"));
            return Outcome.Either;
        }

        if (call.Spec.FetchesAlways)
            ToOutput(call, call.Operands.IsEmpty ? Value.Empty : call.Operands[0]);
        else if (Copiers.Contains(call.Name))
            CopyFrom(call);
        else
            Save(call);
        return Outcome.Either;
    }

    private void Save(Call call)
    {
        List<Value> addresses = [.. call.Operands, .. call.ValuesOf(Role.Address)];
        // `curl -K file`: the addresses are in the file; `gh release download -O file`: there is none.
        if (addresses.Count == 0 && !call.Has(Role.Output)
            && !call.Read.Options.Exists(option => option is { Name: "K" or "config" or "i" or "input-file", Word: >= 0 }))
        {
            return;
        }

        if (addresses.Count == 0)
            addresses.Add(new Value("${_}"));
        var outputs = call.ValuesOf(Role.Output);
        var folder = call.ValueOf(Role.Folder);
        for (var at = 0; at < addresses.Count; at++)
        {
            var address = addresses[at];
            if (IsLocal(address.Text))
                continue;
            // wget saves all of them in one file.
            var isWget = call.Name.StartsWith("wget", StringComparison.Ordinal);
            var output = at < outputs.Count ? outputs[at] : isWget && outputs is [.., var last] ? last : null;
            if (output is not null)
                SaveTo(call, address, output.Text, isWget ? null : folder);
            else if (call.Spec.SavesByName || call.Has(Role.RemoteName))
                SaveTo(call, address, FileNameOf(address.Text), folder);
            else
                ToOutput(call, address);
        }
    }

    private void SaveTo(Call call, Value address, string path, Value? folder)
    {
        if (FileWalk.IsInput(path) || path == "/dev/stdout")
        {
            ToOutput(call, address);
            return;
        }

        if (path == "/dev/null")
            return;
        var download = New(call, address);
        var place = folder is null || path.StartsWith('/') ? path : $"{folder.Text}/{path}";
        walk.Files.Write(place, walk.Unknown(Value.Empty with { From = [download] }), appends: false, call.Line);
    }

    private void ToOutput(Call call, Value address) => call.Write(walk.Unknown(Value.Empty with { From = [New(call, address)] }));

    private Download New(Call call, Value address)
    {
        var download = walk.Bring(call.Name, address.Text);
        if (call.Has(Role.Pin))
            download.Trust = Trust.Full;
        return download;
    }

    /// <summary><c>aws s3 cp s3://bucket/file -</c>.</summary>
    private void CopyFrom(Call call)
    {
        var operands = call.Operands;
        if (operands.IsEmpty || !IsRemote(operands[0].Text))
            return;
        var target = operands.Length > 1 ? operands[^1].Text : ".";
        var name = FileNameOf(operands[0].Text);
        if (target is "." || target.EndsWith('/'))
            target = $"{target}/{name}";
        SaveTo(call, operands[0], target, null);
        if (target != "-" && call.Read.Options.Exists(option => option.Name is "r" or "recursive" or "a" or "R" or "archive"))
            walk.State.Files.Fill(walk.Files.Resolve(target), new Value("${_}") { From = [New(call, operands[0])] }, isOwn: false);
    }

    public Outcome Clone(Call call)
    {
        if (call.Operands.IsEmpty || IsLocal(call.Operands[0].Text))
            return Outcome.Either;
        var address = call.Operands[0];
        var name = FileNameOf(address.Text.TrimEnd('/'));
        var folder = call.Operands.Length > 1 ? call.Operands[1].Text : name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name;
        var download = walk.Bring(call.Name, address.Text, isClone: true);
        // A branch may be named by a commit in no clone; `--revision` and `-r` can be one.
        if (call.ValueOf(Role.Pin) is { } revision && IsCommit(revision))
            download.Trust = Trust.Full;
        walk.State.Files.Fill(walk.Files.Resolve(folder), new Value("${_}") { From = [download] }, isOwn: true);
        return Outcome.Either;
    }

    /// <summary><c>git checkout COMMIT</c> in a clone.</summary>
    public Outcome CheckOut(Call call)
    {
        var folder = walk.Files.Resolve(call.ValueOf(Role.Folder)?.Text ?? ".");
        if (walk.State.Files.FindFolder(folder, isInside: true) is not { } clone)
            return Outcome.Either;
        var words = Value.Texts(call.Words.AsSpan());
        var checks = words.Contains("verify-tag") || words.Contains("verify-commit")
            || ((words.Contains("checkout") || words.Contains("switch") || words.Contains("reset")) && NamesCommit(call));
        if (!checks)
            return Outcome.Either;
        var clones = new List<Fact>();
        foreach (var download in clone.From)
        {
            if (download.IsClone)
                clones.Add(new Fact(download, Trust.Full));
        }

        return new Outcome(clones, []);
    }

    private static bool NamesCommit(Call call)
    {
        foreach (var word in call.Words)
        {
            if (IsCommit(word))
                return true;
        }

        return false;
    }

    /// <summary>What a variable holds that nothing here sets may be one; a name is none.</summary>
    private static bool IsCommit(Value word) => word.Text == "FETCH_HEAD"
        || (word.IsOneUnknown && word.Text.Length > 4)
        || (word.Text.Length is >= ShortestCommit and <= 64
            && Characters.All(word.Text, char.IsAsciiHexDigit) && !Characters.All(word.Text, char.IsAsciiLetter));

    private static bool IsRemote(string address) => address.Contains("://", StringComparison.Ordinal) || address.IndexOf(':') > 0;

    /// <summary>The machine itself, or the file system.</summary>
    private static bool IsLocal(string address)
    {
        var host = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? address.AsSpan(scheme + 3) : address;
        return address.StartsWith("file:", StringComparison.Ordinal) || address.StartsWith('/') || address.StartsWith("./", StringComparison.Ordinal)
            || host.StartsWith("localhost", StringComparison.Ordinal) || host.StartsWith("127.", StringComparison.Ordinal)
            || host.StartsWith("[::1]", StringComparison.Ordinal);
    }

    /// <summary>The last part of an address, under which it is saved.</summary>
    private static string FileNameOf(string address)
    {
        var end = address.Contains("${", StringComparison.Ordinal) ? -1 : address.AsSpan().IndexOfAny('?', '#');
        var name = end > 0 ? address[..end] : address;
        name = name[(name.AsSpan().LastIndexOfAny('/', ':') + 1)..];
        return name.Length == 0 ? "index.html" : name;
    }
}
