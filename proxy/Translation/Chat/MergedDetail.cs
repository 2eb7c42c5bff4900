using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>One of OpenRouter's <c>reasoning_details</c>, put together from the pieces of a stream.</summary>
internal sealed class MergedDetail
{
    private readonly List<DetailMember> _members = [];

    /// <summary>It holds more than words.</summary>
    public bool IsSealed => !Value("data"u8).IsEmpty || !Value("signature"u8).IsEmpty;

    /// <summary>The piece goes on with it. A signature is the end of its text, and sealed data come whole.</summary>
    public bool Continues(ReadOnlySpan<byte> source, in ReasoningDetail piece)
    {
        if (!Value("type"u8).SequenceEqual(piece.Type.In(source)) || !Value("index"u8).SequenceEqual(piece.Index.In(source)))
            return false;
        if (!Value("id"u8).IsEmpty && piece.Id.IsPresent && !Value("id"u8).SequenceEqual(piece.Id.In(source)))
            return false;
        return (Value("signature"u8).IsEmpty || piece.Text.IsEmpty) && (Value("data"u8).IsEmpty || !piece.Data.IsPresent);
    }

    public void Take(ReadOnlySpan<byte> source, in ReasoningDetail piece)
    {
        var cursor = new JsonCursor(source, piece.Whole.Start);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
            Member(name).Take(cursor.Take());
    }

    public void Write(ref JsonWriter json)
    {
        json.Comma();
        json.Raw("{"u8);
        foreach (var member in _members)
            member.Write(ref json);
        json.Raw("}"u8);
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> name) => Find(name) is { } member ? member.Value : default;

    private DetailMember Member(ReadOnlySpan<byte> name)
    {
        if (Find(name) is { } known)
            return known;
        var member = new DetailMember(name.ToArray());
        _members.Add(member);
        return member;
    }

    private DetailMember? Find(ReadOnlySpan<byte> name)
    {
        foreach (var member in _members)
        {
            if (name.SequenceEqual(member.Name))
                return member;
        }

        return null;
    }
}
