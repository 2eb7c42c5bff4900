using System.Text;

namespace ClaudeCodeProxy.Json;

/// <summary>Compares texts of one source by what they say, however they are escaped.</summary>
internal sealed class JsonTextComparer(ReadOnlyMemory<byte> source) : IEqualityComparer<JsonText>
{
    public bool Equals(JsonText one, JsonText other) => one.SameAs(other, source.Span);

    public int GetHashCode(JsonText text)
    {
        var bytes = text.In(source.Span);
        var hash = new HashCode();
        hash.AddBytes(bytes.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(text.ToString(source.Span)) : bytes);
        return hash.ToHashCode();
    }
}
