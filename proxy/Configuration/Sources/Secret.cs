using System.Text;

namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>A key: it can be used, but not printed by accident.</summary>
internal sealed class Secret(string value)
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(value);

    public ReadOnlySpan<byte> Utf8 => _utf8;

    public string Reveal() => value;

    public override string ToString() => "(secret)";
}
