using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>What of a content block can be said in text. What cannot is named, so that the model knows of it.</summary>
internal static class BlockText
{
    private static ReadOnlySpan<byte> FileNote => "[left out: it is a file kept by Anthropic, "u8;

    public static bool Any(ImmutableArray<ContentBlock> blocks) => blocks.Any(static block => Exists(block));

    public static bool Exists(ContentBlock block) => block switch
    {
        TextBlock text => !text.Text.IsEmpty,
        ReminderBlock reminder => Any(reminder.Content),
        ToolUseBlock or ToolResultBlock or ThinkingBlock or CompactionBlock or SilentBlock => false,
        _ => true,
    };

    /// <summary>The texts of blocks, a line break between them; to stand between quotes.</summary>
    public static void WriteJoined(ref JsonWriter json, ImmutableArray<ContentBlock> blocks)
    {
        var any = false;
        foreach (var block in blocks)
        {
            if (!Exists(block))
                continue;
            if (any)
                json.Raw("\\n"u8);
            Write(ref json, block);
            any = true;
        }
    }

    public static void Write(ref JsonWriter json, ContentBlock block)
    {
        switch (block)
        {
            case TextBlock text: json.Content(text.Text); break;
            case DocumentBlock document: WriteDocument(ref json, document); break;
            case SearchResultBlock result: WriteSearchResult(ref json, result); break;
            case ToolReferenceBlock reference: WriteNote(ref json, "[tool found: "u8, reference.ToolName); break;
            case ImageBlock { Source: FileSource file }: WriteNote(ref json, FileNote, file.FileId); break;
            case ImageBlock: json.Raw("[image left out]"u8); break;
            case ServerToolUseBlock call: WriteServerTool(ref json, call); break;
            case ServerToolResultBlock result: WriteServerToolResult(ref json, result); break;
            case ReminderBlock reminder: WriteReminder(ref json, reminder); break;
            case OutputSchemaBlock schema: WriteOutputSchema(ref json, schema); break;
            case OpaqueBlock opaque: WriteNote(ref json, "[left out, because only Anthropic can read it: "u8, opaque.Type); break;
            default: throw new InvalidOperationException($"{block.GetType().Name} has no text");
        }
    }

    private static void WriteReminder(ref JsonWriter json, ReminderBlock reminder)
    {
        json.Raw("<system-reminder>\\n"u8);
        WriteJoined(ref json, reminder.Content);
        json.Raw("\\n</system-reminder>"u8);
    }

    private static void WriteOutputSchema(ref JsonWriter json, OutputSchemaBlock block)
    {
        json.Raw("Answer with one JSON object that follows this JSON schema: "u8);
        json.Escape(block.Schema.In(json.Source));
    }

    private static void WriteDocument(ref JsonWriter json, DocumentBlock document)
    {
        WriteLine(ref json, document.Title);
        WriteLine(ref json, document.Context);
        switch (document.Source)
        {
            case TextSource source: json.Content(source.Text); break;
            case BlocksSource source: WriteJoined(ref json, source.Content); break;
            case UrlSource source: WriteNote(ref json, "[document, not fetched: "u8, source.Url); break;
            case Base64Source source: WriteNote(ref json, "[document left out, because the model's provider takes none: "u8, source.MediaType); break;
            case FileSource source: WriteNote(ref json, FileNote, source.FileId); break;
            default: throw new InvalidOperationException($"{document.Source.GetType().Name} is not a document's source");
        }
    }

    private static void WriteSearchResult(ref JsonWriter json, SearchResultBlock result)
    {
        WriteLine(ref json, result.Title);
        WriteLine(ref json, result.Source);
        WriteJoined(ref json, result.Content);
    }

    private static void WriteServerTool(ref JsonWriter json, ServerToolUseBlock call)
    {
        json.Raw("[used "u8);
        json.Content(call.Name);
        json.Raw(": "u8);
        json.Escape(call.Input.IsPresent ? call.Input.In(json.Source) : "{}"u8);
        json.Raw("]"u8);
    }

    private static void WriteServerToolResult(ref JsonWriter json, ServerToolResultBlock result)
    {
        WriteNote(ref json, "["u8, result.Type);
        if (result.Content.IsPresent)
            ServerToolText.Write(ref json, result.Content);
    }

    private static void WriteLine(ref JsonWriter json, JsonText line)
    {
        if (line.IsEmpty)
            return;
        json.Content(line);
        json.Raw("\\n"u8);
    }

    private static void WriteNote(ref JsonWriter json, ReadOnlySpan<byte> note, JsonText about)
    {
        json.Raw(note);
        json.Content(about);
        json.Raw("]"u8);
    }
}
