using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Does what the table says of a program.</summary>
internal sealed class Acts(ScriptWalk walk)
{
    private readonly FetchActs _fetch = new(walk);
    private readonly CodeActs _code = new(walk);
    private readonly WrapActs _wrap = new(walk);
    private readonly FileActs _files = new(walk);
    private readonly TextActs _text = new(walk);
    private readonly VerifyActs _verify = new(walk);
    private readonly InstallActs _install = new(walk);

    public Outcome Do(Call call) => call.Spec.Act switch
    {
        Act.Fetch => _fetch.Fetch(call),
        Act.Clone => _fetch.Clone(call),
        Act.Shell => _code.Shell(call),
        Act.Language => _code.Language(call),
        Act.Filter => _code.Filter(call),
        Act.Build => _code.Build(call),
        Act.PowerShell => _code.PowerShell(call),
        Act.Wrap => _wrap.Wrap(call),
        Act.WrapText => _wrap.WrapText(call),
        Act.Unpack => _files.Unpack(call),
        Act.Decompress => _files.Decompress(call),
        Act.Copy or Act.Place => _files.Copy(call),
        Act.MakeExecutable => _files.MakeExecutable(call),
        Act.Transform => _text.Transform(call),
        Act.Print => _text.Print(call),
        Act.Read => _text.Read(call),
        Act.Compare => _verify.Compare(call),
        Act.Digest => _verify.Digest(call),
        Act.Signature => _verify.Signature(call),
        Act.Install => _install.Install(call),
        _ => Other(call),
    };

    /// <summary>Output that is known at run time only, of the same words always under the same name.</summary>
    public void WriteUnknown(Call call, Value origins) => _text.WriteUnknown(call, origins);

    private Outcome Other(Call call)
    {
        if (call.Name == "git")
            return _fetch.CheckOut(call);
        WriteUnknown(call, Value.Empty);
        return Outcome.Either;
    }
}
