using System.Collections.Immutable;
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
            return Known(call, [.. call.Operands.SelectMany(file => Held(call, file.Text))], digest);
        if (call.Has(Role.Check))
            return Check(call);
        var held = call.Operands.Where(file => !FileWalk.IsInput(file.Text)).ToList();
        var content = held.Count == 0 ? call.Input : held.Select(file => walk.Files.Read(file.Text, call.Streams)).OfType<Value>()
            .Aggregate(Value.Empty, (all, next) => all.With(next));
        call.Write(new Value("${_}") { DigestOf = content.From });
        return Outcome.Either;
    }

    private Outcome Check(Call call)
    {
        var files = call.Operands.Where(file => !FileWalk.IsInput(file.Text)).ToList();
        var list = files.Count == 0 ? call.Input : files.Select(file => walk.Files.Read(file.Text, call.Streams) ?? new Value("${_}"))
            .Aggregate((all, next) => all.With(next).WithText(all.Text + next.Text));
        var named = DigestList.FilesIn(list.Text);
        // A list that only a run knows may name every file that lies there.
        return Known(
            call,
            named is null ? [.. walk.State.Files.In(walk.State.Folder).SelectMany(path => walk.State.Files.File(path)?.From ?? [])]
                : [.. named.SelectMany(file => Held(call, file))],
            list);
    }

    private ImmutableArray<Download> Held(Call call, string path) => walk.Files.Read(path, call.Streams)?.From ?? [];

    private Outcome Known(Call call, List<Download> compared, Value text)
    {
        var facts = compared.Distinct().Where(download => !text.From.Contains(download))
            .Select(download => new Fact(download, Comparison.TrustIn(download, text))).ToList();
        walk.ReportSamePlace(facts, call.Line);
        call.Write(new Value("${_}"));
        return facts.Count == 0 ? Outcome.Either : new Outcome(facts, []);
    }

    /// <summary><c>sha256sum f | diff - f.sha256</c>.</summary>
    public Outcome Compare(Call call)
    {
        var texts = call.Operands.Select(operand => walk.Files.Read(operand.Text, call.Streams) ?? Value.Empty).ToList();
        if (texts is not [var left, var right, ..])
            return Outcome.Either;
        return left.DigestOf.IsEmpty ? Known(call, [.. right.DigestOf], left) : Known(call, [.. left.DigestOf], right);
    }

    public Outcome Signature(Call call)
    {
        if (call.Name is "gpg" or "gpg2" && !call.Has(Role.Check))
            return UseKeys(call);
        if (call.Name is "openssl" && !call.Has(Role.Check))
        {
            var printed = call.Operands.IsEmpty ? call.Input.From : [.. call.Operands.SelectMany(file => Held(call, file.Text))];
            call.Write(new Value("${_}") { DigestOf = printed });
            return Outcome.Either;
        }

        if (call.Spec.Flags.Contains(nameof(Role.Check), StringComparison.Ordinal) && !call.Has(Role.Check))
            return Outcome.Either;
        var files = call.Operands.Concat(call.ValuesOf(Role.Input)).ToList();
        // The signature comes first, and alone it names its file.
        if (call.Name.StartsWith("gpg", StringComparison.Ordinal) && files.Count > 1)
            files.RemoveAt(0);
        var compared = files.SelectMany(file => Held(call, file.Text).Concat(Held(call, WithoutSignature(file.Text)))).ToList();
        return Known(call, compared, walk.State.Key is { } key ? new Value("") { From = [key] } : Value.Empty);
    }

    private static string WithoutSignature(string path) =>
        SignatureExtensions.FirstOrDefault(extension => path.EndsWith(extension, StringComparison.Ordinal)) is { } found
            ? path[..^found.Length]
            : path;

    /// <summary>A key that nobody compared vouches for nothing that comes from the same place.</summary>
    private Outcome UseKeys(Call call)
    {
        var read = walk.Files.ReadAll(call.Operands, call.Streams).Aggregate(call.Input, (all, next) => all.With(next));
        if (call.Has(Role.Extract))
            walk.State.Key = read.Unverified ?? walk.State.Key;
        else if (call.ValueOf(Role.Address) is { } address)
            walk.State.Key = walk.Bring(call.Name, address.Text);
        else if (call.ValueOf(Role.Output) is { } output)
            walk.Files.Write(output.Text, read, appends: false, call.Line);
        else
            call.Write(read);
        // What is signed and held in one file is checked when it is taken out.
        return call.Has(Role.ToOutput) && walk.State.Key is null
            ? new Outcome([.. read.From.Select(download => new Fact(download, Trust.Full))], [])
            : Outcome.Either;
    }
}
