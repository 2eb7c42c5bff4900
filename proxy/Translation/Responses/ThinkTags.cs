using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>
/// Takes the thinking out of a text that begins with <c>&lt;think&gt;</c>, up to the first <c>&lt;/think&gt;</c>; tags anywhere else are the model's
/// words. Works on escaped text, whose tags may be escaped too and come in pieces.
/// </summary>
internal sealed class ThinkTags
{
    private const int MaxHeld = 256;

    private byte[] _held = [];
    private State _state;

    private enum State
    {
        Beginning,
        Thinking,
        Thought,
        Text,
    }

    public void Take(ReadOnlySpan<byte> escaped, ResponseBlocks blocks)
    {
        if (_state == State.Text)
        {
            blocks.AddText(escaped);
            return;
        }

        byte[] text = [.. _held, .. escaped];
        _held = [];
        if (_state == State.Beginning)
            Begin(text, blocks);
        else if (_state == State.Thinking)
            Think(text, blocks);
        else
            AddText(text, blocks);
    }

    /// <summary>No more text will come: what was held back was no tag.</summary>
    public void Flush(ResponseBlocks blocks)
    {
        var held = _held;
        _held = [];
        if (_state == State.Thinking)
            blocks.AddThinking(held);
        else
            blocks.AddText(held);
    }

    private void Begin(ReadOnlySpan<byte> text, ResponseBlocks blocks)
    {
        var rest = WithoutSpace(text);
        var length = TagLength(rest, "<think>"u8);
        if (length > 0)
        {
            _state = State.Thinking;
            Think(rest[length..], blocks);
        }
        else if (length == 0 && text.Length <= MaxHeld)
        {
            _held = text.ToArray();
        }
        else
        {
            _state = State.Text;
            blocks.AddText(text);
        }
    }

    private void Think(ReadOnlySpan<byte> text, ResponseBlocks blocks)
    {
        for (var at = 0; at < text.Length; at += text[at] == '\\' ? EscapeLength(text[at..]) : 1)
        {
            var next = text[at..].IndexOfAny((byte)'<', (byte)'\\');
            if (next < 0)
                break;
            at += next;
            var length = TagLength(text[at..], "</think>"u8);
            if (length < 0)
                continue;
            blocks.AddThinking(text[..at]);
            if (length == 0)
            {
                _held = text[at..].ToArray();
                return;
            }

            _state = State.Thought;
            AddText(text[(at + length)..], blocks);
            return;
        }

        blocks.AddThinking(text);
    }

    private void AddText(ReadOnlySpan<byte> text, ResponseBlocks blocks)
    {
        text = WithoutSpace(text);
        if (text.IsEmpty)
            return;
        _state = State.Text;
        blocks.AddText(text);
    }

    private static ReadOnlySpan<byte> WithoutSpace(ReadOnlySpan<byte> text) => text[WhiteSpace.Length(text)..];

    private static int EscapeLength(ReadOnlySpan<byte> escape) => escape[1] == 'u' ? 6 : 2;

    /// <summary>The length of the tag that the text begins with; 0 when the text may yet become it, -1 when it cannot.</summary>
    private static int TagLength(ReadOnlySpan<byte> text, ReadOnlySpan<byte> tag)
    {
        var at = 0;
        foreach (var letter in tag)
        {
            if (at == text.Length)
                return 0;
            if (text[at] == letter)
                at++;
            else if (text[at] == '\\' && IsEscapeOf(text[at..], letter))
                at += EscapeLength(text[at..]);
            else
                return -1;
        }

        return at;
    }

    private static bool IsEscapeOf(ReadOnlySpan<byte> escape, byte letter) =>
        escape[1] == 'u' ? JsonEscapes.TryCodeUnit(escape, out var unit) && unit == letter : escape[1] == letter && letter == '/';
}
