using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Reads the <c>source</c> of an image or document.</summary>
internal static class MediaSourceReader
{
    public static MediaSource Read(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        JsonText type = default, mediaType = default, data = default, url = default, fileId = default;
        ImmutableArray<ContentBlock> content = [];
        cursor.BeginObject();
        var start = cursor.Position;
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8))
                type = cursor.ReadText();
            else if (name.SequenceEqual("media_type"u8))
                mediaType = cursor.ReadTextOrNull();
            else if (name.SequenceEqual("data"u8))
                data = cursor.ReadTextOrNull();
            else if (name.SequenceEqual("url"u8))
                url = cursor.ReadTextOrNull();
            else if (name.SequenceEqual("file_id"u8))
                fileId = cursor.ReadTextOrNull();
            else if (name.SequenceEqual("content"u8))
                content = ContentReader.Read(ref cursor, source);
            else
                cursor.Skip();
        }

        if (type.Is(source, "base64"u8) && !mediaType.IsEmpty && data.IsPresent)
            return new Base64Source(mediaType, data);
        if (type.Is(source, "url"u8) && !url.IsEmpty)
            return new UrlSource(url);
        if (type.Is(source, "text"u8) && data.IsPresent)
            return new TextSource(data);
        if (type.Is(source, "content"u8))
            return new BlocksSource(content);
        if (type.Is(source, "file"u8) && !fileId.IsEmpty)
            return new FileSource(fileId);
        throw new JsonFormatException(start, "expected a source of type base64 (with media_type and data), url, text, content or file");
    }
}
