using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>Pictures and PDFs as parts of a user message.</summary>
internal static class MediaPart
{
    public static bool Exists(ContentBlock block, Dialect dialect) => block switch
    {
        ImageBlock image => image.Source is Base64Source or UrlSource,
        DocumentBlock { Source: Base64Source } => dialect.TakesFiles,
        DocumentBlock { Source: UrlSource } => dialect.TakesFileUrls,
        _ => false,
    };

    public static void Write(ref JsonWriter json, ContentBlock block, Dialect dialect)
    {
        json.Comma();
        if (dialect.HasInputParts)
            WriteInput(ref json, block);
        else
            WriteChat(ref json, block);
    }

    private static void WriteChat(ref JsonWriter json, ContentBlock block)
    {
        switch (block)
        {
            case ImageBlock image:
                json.Raw("{\"type\":\"image_url\",\"image_url\":{\"url\":\""u8);
                WriteUrl(ref json, image.Source);
                break;
            case DocumentBlock document:
                json.Raw("{\"type\":\"file\",\"file\":{\"filename\":\""u8);
                WriteFileName(ref json, document);
                json.Raw("\",\"file_data\":\""u8);
                WriteUrl(ref json, document.Source);
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} is neither picture nor file");
        }

        json.Raw("\"}}"u8);
    }

    private static void WriteInput(ref JsonWriter json, ContentBlock block)
    {
        switch (block)
        {
            case ImageBlock image:
                json.Raw("{\"type\":\"input_image\",\"detail\":\"auto\",\"image_url\":\""u8);
                WriteUrl(ref json, image.Source);
                break;
            case DocumentBlock { Source: UrlSource source }:
                json.Raw("{\"type\":\"input_file\",\"file_url\":\""u8);
                WriteUrl(ref json, source);
                break;
            case DocumentBlock document:
                json.Raw("{\"type\":\"input_file\",\"filename\":\""u8);
                WriteFileName(ref json, document);
                json.Raw("\",\"file_data\":\""u8);
                WriteUrl(ref json, document.Source);
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} is neither picture nor file");
        }

        json.Raw("\"}"u8);
    }

    private static void WriteFileName(ref JsonWriter json, DocumentBlock document)
    {
        if (document.Title.IsEmpty)
            json.Raw("document.pdf"u8);
        else
            json.Content(document.Title);
    }

    /// <summary>The address that the provider fetches, or one that holds the data itself.</summary>
    private static void WriteUrl(ref JsonWriter json, MediaSource source)
    {
        if (source is UrlSource { Url: var url })
        {
            json.Content(url);
            return;
        }

        var data = (Base64Source)source;
        json.Raw("data:"u8);
        json.Content(data.MediaType);
        json.Raw(";base64,"u8);
        json.Content(data.Data);
    }
}
