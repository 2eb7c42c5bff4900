using System.Collections.Immutable;
using System.Text;

namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>What commands write to standard output, in order.</summary>
internal sealed class Output
{
    private const int LongestText = 1 << 18;

    private readonly StringBuilder _text = new();
    private ImmutableArray<Download> _from = [];
    private ImmutableArray<Download> _digestOf = [];
    private KnownFile? _file;

    public bool IsEmpty => _text.Length == 0 && _from.IsEmpty;

    public void Write(Value value)
    {
        if (_text.Length < LongestText)
        {
            _text.Append(value.Text);
            // Whatever it is, what follows begins a line.
            if (!value.From.IsEmpty && value.IsOneUnknown)
                _text.Append('\n');
        }

        _from = Value.Union(_from, value.From);
        _digestOf = Value.Union(_digestOf, value.DigestOf);
        _file ??= value.File;
    }

    public Value ToValue() => new(_text.ToString()) { From = _from, DigestOf = _digestOf, File = _file };
}

/// <summary>What a command reads and where it writes.</summary>
/// <param name="Line">Where the pipeline begins that it belongs to.</param>
internal readonly record struct Streams(Value Input, Output Output, int Line);
