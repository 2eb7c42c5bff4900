using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Where a picture's or document's content is: one of the classes below.</summary>
internal abstract class MediaSource;

/// <summary>The content itself, in base64.</summary>
internal sealed class Base64Source(JsonText mediaType, JsonText data) : MediaSource
{
    public JsonText MediaType => mediaType;

    public JsonText Data => data;
}

/// <summary>A document's plain text.</summary>
internal sealed class TextSource(JsonText text) : MediaSource
{
    public JsonText Text => text;
}

/// <summary>A document's text and pictures as blocks.</summary>
internal sealed class BlocksSource(ImmutableArray<ContentBlock> content) : MediaSource
{
    public ImmutableArray<ContentBlock> Content => content;
}

/// <summary>An address that the model's provider fetches; this proxy never does.</summary>
internal sealed class UrlSource(JsonText url) : MediaSource
{
    public JsonText Url => url;
}

/// <summary>A file kept by Anthropic, out of any other provider's reach.</summary>
internal sealed class FileSource(JsonText fileId) : MediaSource
{
    public JsonText FileId => fileId;
}
