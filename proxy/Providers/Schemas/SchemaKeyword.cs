using System.Text;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>A row of <see cref="SchemaKeywords"/>.</summary>
/// <param name="feature">What a provider refuses that refuses the keyword; none for the core, which everybody takes.</param>
internal sealed class SchemaKeyword(
    string name, SchemaFeature feature = SchemaFeature.None, KeywordShape shape = KeywordShape.Value, KeywordRole role = KeywordRole.None)
{
    private readonly byte[] _quoted = Encoding.ASCII.GetBytes($"\"{name}\"");

    public string Name => name;

    public SchemaFeature Feature => feature;

    public KeywordShape Shape => shape;

    public KeywordRole Role => role;

    /// <summary>OpenAI takes none of these at the top of a tool's schema.</summary>
    public bool IsCombinator => role >= KeywordRole.AllOf;

    /// <summary>As a member's name in JSON.</summary>
    public ReadOnlySpan<byte> Quoted => _quoted;

    public bool Is(ReadOnlySpan<byte> other) => other.SequenceEqual(_quoted.AsSpan()[1..^1]);
}
