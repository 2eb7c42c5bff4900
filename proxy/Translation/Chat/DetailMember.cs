using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>
/// A member of one of OpenRouter's <c>reasoning_details</c> while its pieces come: words grow, of anything else the last value counts.
/// </summary>
internal sealed class DetailMember(byte[] name)
{
    private readonly bool _isWords = ReasoningDetail.IsWords(name);
    private byte[] _value = [];
    private int _length;

    public ReadOnlySpan<byte> Name => name;

    /// <summary>JSON; nothing while it is null.</summary>
    public ReadOnlySpan<byte> Value => IsNull ? default : _value.AsSpan(0, _length);

    private bool IsNull => _value is [(byte)'n', ..];

    /// <summary>Takes the value of the next piece. Null says nothing that was not said before.</summary>
    public void Take(ReadOnlySpan<byte> json)
    {
        if (_length > 0 && json is [(byte)'n', ..])
            return;
        var goesOn = _isWords && json is [(byte)'"', ..] && _value is [(byte)'"', ..];
        _length = goesOn ? _length - 1 : 0;
        if (goesOn)
            json = json[1..];
        if (_length + json.Length > _value.Length)
            Array.Resize(ref _value, Math.Max(_length + json.Length, 2 * _length));
        json.CopyTo(_value.AsSpan(_length));
        _length += json.Length;
    }

    public void Write(ref JsonWriter json)
    {
        json.Comma();
        json.Raw("\""u8);
        json.Escape(name);
        json.Raw("\":"u8);
        json.Raw(_value.AsSpan(0, _length));
    }
}
