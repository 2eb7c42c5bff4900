using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Retrying;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Messages;
using ClaudeCodeProxy.Translation.Refusals;
using ClaudeCodeProxy.Translation.Responses;
using ClaudeCodeProxy.Upstream;
using ClaudeCodeProxy.Upstream.Health;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>Asks the model that judges tool calls, whatever API it has, and reads its whole answer.</summary>
internal sealed class JudgeCaller(ServerContext server) : UpstreamCaller(server)
{
    private const int MaxAnswerBytes = 1 << 20;

    /// <summary>One attempt. Throws an <see cref="ApiErrorException"/>, or what <see cref="UpstreamFailure"/> explains.</summary>
    /// <param name="question">A request of Anthropic's API.</param>
    /// <param name="answer">Empty; gets the body of a response of Anthropic's API.</param>
    public Task AskAsync(Attempts attempts, Route route, byte[] question, RequestLifetime lifetime, PooledBuffer answer) => route.Api == Api.Messages
        ? PassAsync(attempts, route, question, lifetime, answer)
        : TranslateAsync(attempts, route, question, lifetime, answer);

    private async Task PassAsync(Attempts attempts, Route route, byte[] question, RequestLifetime lifetime, PooledBuffer answer)
    {
        using var sent = new PooledBuffer(question.Length);
        PassthroughBody.Write(question, route.UpstreamModel, sent);
        using var response = await SendAsync(attempts, route, sent.WrittenMemory, lifetime, answer);
        if (!response.IsSuccess)
            throw Refuse(attempts, response, UpstreamErrorTranslator.Translate(response.Status, answer.WrittenSpan, route));
    }

    /// <summary>Each time without what the upstream refused.</summary>
    private async Task TranslateAsync(Attempts attempts, Route route, byte[] question, RequestLifetime lifetime, PooledBuffer answer)
    {
        var request = MessagesRequest.Parse(question);
        using var translated = new TranslatedRequest(request, route);
        while (true)
        {
            using var body = new PooledBuffer(4096);
            using var response = await SendAsync(attempts, translated.Route, translated.Body, lifetime, body);
            if (response.IsSuccess)
            {
                Learn(translated);
                using var translator = new ResponseTranslator(ResponseContext.Create(request, translated.Route, "msg_check"), answer);
                Take(attempts, translator, body.WrittenSpan);
                translator.Conclude();
                return;
            }

            if (!RefusalReader.Read(response.Status, UpstreamProblem.Read(body.WrittenSpan), translated.Route).Any(translated.Correct))
                throw Refuse(attempts, response, UpstreamErrorTranslator.Translate(response.Status, body.WrittenSpan, translated.Route));
        }
    }

    /// <summary>The time is for the whole answer: bytes that come do not prolong it.</summary>
    private static async Task<UpstreamResponse> SendAsync(
        Attempts attempts, Route route, ReadOnlyMemory<byte> body, RequestLifetime lifetime, PooledBuffer into)
    {
        UpstreamResponse? response = null;
        try
        {
            response = await attempts.Upstream.SendAsync(new UpstreamRequest(route, body) { Credential = attempts.Credential }, lifetime.Token);
            if (!await response.ReadWholeBodyAsync(into, MaxAnswerBytes, static () => { }, lifetime.Token))
                throw Reply.TooLarge();
            if (response.IsSuccess)
                attempts.Succeed();
            return response;
        }
        catch (Exception e)
        {
            response?.Dispose();
            if (lifetime.Reason == EndReason.None && UpstreamFailure.Explain(e, lifetime.Reason) is { } error)
                attempts.Fail(Fault(e, error, lifetime.Reason));
            throw;
        }
    }

    private static void Take(Attempts attempts, ResponseTranslator translator, ReadOnlySpan<byte> response)
    {
        try
        {
            translator.Take(response);
        }
        catch (ApiErrorException e)
        {
            attempts.Fail(UpstreamFault.InResponse(e.Error));
            throw;
        }
    }

    private ApiErrorException Refuse(Attempts attempts, UpstreamResponse response, ApiError error)
    {
        attempts.Fail(Fault(response, error));
        return new ApiErrorException(error);
    }
}
