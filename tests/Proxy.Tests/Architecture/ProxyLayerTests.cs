using Tests.Shared;
using Tests.Shared.Architecture;

namespace Proxy.Tests.Architecture;

public class ProxyLayerTests
{
    /// <summary>Violations that are still there; the aim is none.</summary>
    private static readonly string[] Tolerated =
    [
        "Anthropic/ModelWriter.cs uses Translation (using ClaudeCodeProxy.Translation)",
        "Cli/CommandLine.cs uses . (ProductVersion.Number)",
        "Cli/HelpText.cs uses . (ProductVersion.Number)",
        "Cli/ServeCommand.cs uses . (ProductVersion.Number)",
        "Server/FixedAnswers.cs uses . (ProductVersion.Number)",
        "Translation/AnswerContext.cs uses Translation/Answers (using ClaudeCodeProxy.Translation.Answers)",
        "Translation/Answers/Answer.cs uses Translation (AnswerContext)",
        "Translation/Answers/AnswerEnd.cs uses Translation (AnswerContext)",
        "Translation/Answers/AnswerReader.cs uses Translation (AnswerContext)",
        "Translation/Answers/AnswerReader.cs uses Translation/Responses (using ClaudeCodeProxy.Translation.Responses)",
        "Translation/Answers/AnswerUsage.cs uses Translation (AnswerContext)",
        "Translation/Answers/ChatReader.cs uses Translation (AnswerContext)",
        "Translation/Answers/ToolBlock.cs uses Translation (AnswerContext)",
        "Translation/Answers/ToolCallTable.cs uses Translation (AnswerContext)",
        "Translation/Answers/ToolNames.cs uses Translation/Requests (using ClaudeCodeProxy.Translation.Requests)",
        "Translation/Answers/ToolUseId.cs uses Translation (AnswerContext)",
        "Translation/Answers/ToolUseId.cs uses Translation/Requests (using ClaudeCodeProxy.Translation.Requests)",
        "Translation/RequestTranslator.cs uses Translation/Requests (using ClaudeCodeProxy.Translation.Requests)",
        "Translation/RequestTranslator.cs uses Translation/Responses (using ClaudeCodeProxy.Translation.Responses)",
        "Translation/Requests/AssistantMessageWriter.cs uses Translation (Route)",
        "Translation/Requests/ContentLosses.cs uses Translation (Dialect)",
        "Translation/Requests/ConversationWriter.cs uses Translation (Route)",
        "Translation/Requests/Instructions.cs uses Translation (Dialect)",
        "Translation/Requests/MediaPart.cs uses Translation (Dialect)",
        "Translation/Requests/OfferedTools.cs uses Translation (Dialect)",
        "Translation/Requests/OptionsWriter.cs uses Translation (Route)",
        "Translation/Requests/ReasoningWriter.cs uses Translation (Route)",
        "Translation/Requests/ToolMessageWriter.cs uses Translation (Dialect)",
        "Translation/Requests/ToolsWriter.cs uses Translation (Route)",
        "Translation/Requests/TurnWriter.cs uses Translation (Route)",
        "Translation/Requests/TurnWriter.cs uses Translation/Responses (using ClaudeCodeProxy.Translation.Responses)",
        "Translation/Requests/UserContent.cs uses Translation (Dialect)",
        "Translation/Requests/UserMessageWriter.cs uses Translation (Dialect)",
        "Translation/ResponseTranslator.cs uses Translation/Answers (using ClaudeCodeProxy.Translation.Answers)",
        "Translation/Responses/ResponsesItemReader.cs uses Translation (AnswerContext)",
        "Translation/Responses/ResponsesItemReader.cs uses Translation/Answers (using ClaudeCodeProxy.Translation.Answers)",
        "Translation/Responses/ResponsesReader.cs uses Translation (AnswerContext)",
        "Translation/Responses/ResponsesReader.cs uses Translation/Answers (using ClaudeCodeProxy.Translation.Answers)",
        "Translation/Responses/ResponsesRequestWriter.cs uses Translation (Route)",
        "Translation/Responses/ResponsesRequestWriter.cs uses Translation/Requests (using ClaudeCodeProxy.Translation.Requests)",
        "Translation/Responses/ResponsesToolsWriter.cs uses Translation (Route)",
        "Translation/Responses/ResponsesToolsWriter.cs uses Translation/Requests (using ClaudeCodeProxy.Translation.Requests)",
        "Translation/Responses/ResponsesToolsWriter.cs uses Translation/Requests/Schemas (using ClaudeCodeProxy.Translation.Requests.Schemas)",
        "Translation/Responses/ResponsesTurnWriter.cs uses Translation (Route)",
        "Translation/Responses/ResponsesTurnWriter.cs uses Translation/Requests (using ClaudeCodeProxy.Translation.Requests)",
        "Translation/StreamTranslator.cs uses Translation/Answers (using ClaudeCodeProxy.Translation.Answers)",
        "Upstream/FixedHeaders.cs uses . (ProductVersion.UserAgent)",
    ];

    [Fact]
    public void A_folder_uses_only_folders_below_it()
    {
        var violations = ProxyLayers.Order.Violations(SourceTree.Read(Path.Combine(ReadmeTable.Root, "proxy")));

        Assert.Equal(string.Join('\n', Tolerated), string.Join('\n', violations));
    }

    [Fact]
    public void The_documentation_shows_the_layers() => ReadmeTable.AssertIn("docs/architecture.md", "layers proxy", ProxyLayers.Order.Table);
}
