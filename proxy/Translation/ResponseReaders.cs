using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Translation.Chat;
using ClaudeCodeProxy.Translation.Responses;
using ClaudeCodeProxy.Translation.ResponsesApi;

namespace ClaudeCodeProxy.Translation;

/// <summary>Chooses the reader for the API that an upstream responds in.</summary>
internal static class ResponseReaders
{
    public static ResponseReader Create(ResponseContext context, ResponseBuilder builder) =>
        context.Api == Api.Responses ? new ResponsesReader(context, builder) : new ChatReader(context, builder);
}
