using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Pictures and PDFs as parts of a user message.</summary>
internal static class MediaPart
{
    public static bool Exists(ContentBlock block, Dialect dialect) => block switch
    {
        ImageBlock image => image.Source is Base64Source or UrlSource,
        DocumentBlock document => document.Source is Base64Source && dialect.TakesFiles,
        _ => false,
    };

    public static void Write(ref JsonWriter json, ContentBlock block)
    {
        json.Comma();
        switch (block)
        {
            case ImageBlock { Source: Base64Source source }:
                json.Raw("{\"type\":\"image_url\",\"image_url\":{\"url\":\""u8);
                WriteDataUrl(ref json, source);
                break;
            case ImageBlock { Source: UrlSource source }:
                json.Raw("{\"type\":\"image_url\",\"image_url\":{\"url\":\""u8);
                json.Inside(source.Url);
                break;
            case DocumentBlock { Source: Base64Source source } document:
                json.Raw("{\"type\":\"file\",\"file\":{\"filename\":\""u8);
                if (document.Title.IsEmpty) json.Raw("document.pdf"u8);
                else json.Inside(document.Title);
                json.Raw("\",\"file_data\":\""u8);
                WriteDataUrl(ref json, source);
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} is no picture or file");
        }

        json.Raw("\"}}"u8);
    }

    private static void WriteDataUrl(ref JsonWriter json, Base64Source source)
    {
        json.Raw("data:"u8);
        json.Inside(source.MediaType);
        json.Raw(";base64,"u8);
        json.Inside(source.Data);
    }
}
