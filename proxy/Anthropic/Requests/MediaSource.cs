using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Where a picture's or document's content is: one of the records below.</summary>
internal abstract record MediaSource;

/// <summary>The content itself, in base64.</summary>
internal sealed record Base64Source(JsonText MediaType, JsonText Data) : MediaSource;

/// <summary>A document's plain text.</summary>
internal sealed record TextSource(JsonText Text) : MediaSource;

/// <summary>A document's text and pictures as blocks.</summary>
internal sealed record BlocksSource(ImmutableArray<ContentBlock> Content) : MediaSource;

/// <summary>An address that the model's provider fetches; this proxy never does.</summary>
internal sealed record UrlSource(JsonText Url) : MediaSource;

/// <summary>A file kept by Anthropic, out of any other provider's reach.</summary>
internal sealed record FileSource(JsonText FileId) : MediaSource;
