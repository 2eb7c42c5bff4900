using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ContainerSecurity.Shell.Flow.Texts;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>What is compared with what, and whom that tells something.</summary>
internal sealed class VerifyActs(ScriptWalk walk)
{
    private static readonly string[] SignatureExtensions = [".sig", ".asc", ".gpg", ".sign", ".minisig", ".sigstore.json", ".sigstore", ".bundle"];

    public Outcome Digest(Call call)
    {
        // BSD: `sha256 -c DIGEST file`.
        if (call.ValueOf(Role.Pin) is { } digest)
            return Known(call, Held(call, call.Operands), digest);
        if (call.Has(Role.Check))
            return Check(call);
        var files = Files(call);
        var content = files.Count == 0 ? call.Input : Value.Empty;
        foreach (var held in walk.Files.ReadAll(CollectionsMarshal.AsSpan(files), call.Streams))
            content = content.With(held);
        call.Write(new Value("${_}") { DigestOf = content.From });
        return Outcome.Either;
    }

    private Outcome Check(Call call)
    {
        var files = Files(call);
        var list = files.Count == 0 ? call.Input : Value.Empty;
        foreach (var file in files)
        {
            var part = walk.Files.Read(file.Text, call.Streams) ?? new Value("${_}");
            list = list.With(part).WithText(list.Text + part.Text);
        }

        var compared = new List<Download>();
        // A list that only a run knows may name every file that lies there.
        if (DigestList.FilesIn(list.Text) is { } named)
        {
            foreach (var file in named)
                compared.AddRange(Held(call, file));
        }
        else
        {
            foreach (var path in walk.State.Files.In(walk.State.Folder))
                compared.AddRange(walk.State.Files.File(path)?.From ?? []);
        }

        return Known(call, compared, list);
    }

    private static List<Value> Files(Call call)
    {
        var files = new List<Value>();
        foreach (var operand in call.Operands)
        {
            if (!FileWalk.IsInput(operand.Text))
                files.Add(operand);
        }

        return files;
    }

    private ImmutableArray<Download> Held(Call call, string path) => walk.Files.Read(path, call.Streams)?.From ?? [];

    private List<Download> Held(Call call, ImmutableArray<Value> files)
    {
        var held = new List<Download>();
        foreach (var file in files)
            held.AddRange(Held(call, file.Text));
        return held;
    }

    private Outcome Known(Call call, List<Download> compared, Value text)
    {
        var (facts, known) = (new List<Fact>(), new HashSet<Fact>());
        foreach (var download in compared)
        {
            var fact = new Fact(download, Comparison.TrustIn(download, text));
            if (!text.ComesFrom(download) && known.Add(fact))
                facts.Add(fact);
        }

        walk.ReportSamePlace(facts, call.Line);
        call.Write(new Value("${_}"));
        return facts.Count == 0 ? Outcome.Either : new Outcome(facts, []);
    }

    /// <summary><c>sha256sum f | diff - f.sha256</c>.</summary>
    public Outcome Compare(Call call)
    {
        if (call.Operands is not [var first, var second, ..])
            return Outcome.Either;
        var left = walk.Files.Read(first.Text, call.Streams) ?? Value.Empty;
        var right = walk.Files.Read(second.Text, call.Streams) ?? Value.Empty;
        return left.DigestOf.IsEmpty ? Known(call, [.. right.DigestOf], left) : Known(call, [.. left.DigestOf], right);
    }

    public Outcome Signature(Call call)
    {
        if (call.Name is "gpg" or "gpg2" && !call.Has(Role.Check))
            return UseKeys(call);
        if (call.Name is "openssl" && !call.Has(Role.Check))
        {
            var printed = call.Operands.IsEmpty ? call.Input.From : [.. Held(call, call.Operands)];
            call.Write(new Value("${_}") { DigestOf = printed });
            return Outcome.Either;
        }

        if (call.Spec.Flags.Contains(nameof(Role.Check), StringComparison.Ordinal) && !call.Has(Role.Check))
            return Outcome.Either;
        List<Value> files = [.. call.Operands, .. call.ValuesOf(Role.Input)];
        // The signature comes first, and alone it names its file.
        if (call.Name.StartsWith("gpg", StringComparison.Ordinal) && files.Count > 1)
            files.RemoveAt(0);
        var compared = new List<Download>();
        foreach (var file in files)
        {
            compared.AddRange(Held(call, file.Text));
            compared.AddRange(Held(call, WithoutSignature(file.Text)));
        }

        return Known(call, compared, walk.State.Key is { } key ? new Value("") { From = [key] } : Value.Empty);
    }

    private static string WithoutSignature(string path) =>
        Array.Find(SignatureExtensions, extension => path.EndsWith(extension, StringComparison.Ordinal)) is { } found
            ? path[..^found.Length]
            : path;

    /// <summary>A key that nobody compared vouches for nothing that comes from the same place.</summary>
    private Outcome UseKeys(Call call)
    {
        var read = call.Input;
        foreach (var content in walk.Files.ReadAll(call.Operands.AsSpan(), call.Streams))
            read = read.With(content);
        if (call.Has(Role.Extract))
            walk.State.Key = read.Unverified ?? walk.State.Key;
        else if (call.ValueOf(Role.Address) is { } address)
            walk.State.Key = walk.Bring(call.Name, address.Text);
        else if (call.ValueOf(Role.Output) is { } output)
            walk.Files.Write(output.Text, read, appends: false, call.Line);
        else
            call.Write(read);
        // What is signed and held in one file is checked when it is taken out.
        if (!call.Has(Role.ToOutput) || walk.State.Key is not null)
            return Outcome.Either;
        var signed = new List<Fact>();
        foreach (var download in read.From)
            signed.Add(new Fact(download, Trust.Full));
        return new Outcome(signed, []);
    }
}
