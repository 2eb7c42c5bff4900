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
    private string? _secret;
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
        _secret ??= value.Secret;
        _file ??= value.File;
    }

    /// <summary>It holds something that must stay secret.</summary>
    public void Mark(string secret) => _secret ??= secret;

    public Value ToValue() => new(_text.ToString()) { From = _from, DigestOf = _digestOf, Secret = _secret, File = _file };
}

/// <summary>What a command reads and where it writes.</summary>
/// <param name="line">Where the pipeline begins that it belongs to.</param>
internal readonly struct Streams(Value input, Output output, int line)
{
    public Value Input { get; init; } = input;

    public Output Output { get; init; } = output;

    public int Line { get; init; } = line;
}
