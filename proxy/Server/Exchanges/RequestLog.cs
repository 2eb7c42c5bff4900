using System.Globalization;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Checks;
using ClaudeCodeProxy.Translation.Requests;
using ClaudeCodeProxy.Upstream;
using Microsoft.AspNetCore.Http;

namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>Prints metadata of requests, one line each.</summary>
internal sealed class RequestLog(LogOutput output, Verbosity verbosity)
{
    private const string SessionHeader = "x-claude-code-session-id";

    private bool IsSimple => verbosity >= Verbosity.Simple;

    /// <summary>What is to be filled in for a request; null where nothing is printed of it.</summary>
    public RequestRecord? BeginRequest() => IsSimple || output.IsJson ? new RequestRecord() : null;

    /// <summary>One line of JSON a request, whatever became of it; people are told of those that are served.</summary>
    public void Ended(Exchange exchange)
    {
        if (!output.IsJson || exchange.Record is not { } record || (record.IsProbe && exchange.Status < 400))
            return;
        record.Session ??= exchange.Headers[SessionHeader].ToString();
        output.Write(exchange.Status >= 500 ? "error" : "info", line => RequestLine.Write(line, exchange, record));
    }

    /// <param name="translation">The time that translating took.</param>
    public void Completed(string upstream, Route route, Usage usage, TimeSpan elapsed, TimeSpan translation)
    {
        if (!IsSimple || output.IsJson)
            return;
        var input = usage.InputTokens + usage.CacheCreationTokens + usage.CacheReadTokens;
        var rate = RequestLine.Rate(usage.OutputTokens, elapsed);
        output.Print(LogLevel.Request, $"{upstream} model={Printable(route.UpstreamModel)} in={input} out={usage.OutputTokens} tok/s={rate} " +
            $"translated={(long)translation.TotalMicroseconds}us");
    }

    public void Translated(string requestId, Route route, bool stream, int received, int sent)
    {
        if (verbosity < Verbosity.Debug)
            return;
        var models = $"{Printable(route.ClientModel)} -> {Printable(route.UpstreamModel)}";
        output.Print(LogLevel.Debug, $"{requestId} {models} stream={stream} received={received} sent={sent}");
    }

    /// <summary>What became of a call's check, who decided it, and how long that took; nothing of the call but its tool.</summary>
    public void Checked(string requestId, CheckedCall call)
    {
        if (!IsSimple)
            return;
        var by = call.IsAsked ? "model" : call.Rules.Rule.Length > 0 ? $"rule:{call.Rules.Rule}" : "nobody";
        var milliseconds = call.Took.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture);
        var outcome = call.Outcome?.Name ?? "error";
        output.Print(LogLevel.Check, $"{requestId} tool={Printable(call.Call.Name)} outcome={outcome} by={by} ms={milliseconds}");
    }

    /// <summary>What is passed through is not read, so that its tokens are not known.</summary>
    public void PassedThrough(string upstream, Route route, UpstreamResponse response, TimeSpan elapsed)
    {
        if (!IsSimple || output.IsJson)
            return;
        output.Print(LogLevel.Request, $"{upstream} model={Printable(route.UpstreamModel)} passed through status={response.Status} " +
            $"id={Printable(response.RequestId ?? "-")} seconds={elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)}");
    }

    /// <summary>Which conversation of Claude Code's it belongs to, and which of its agents.</summary>
    public void Received(string requestId, IHeaderDictionary headers)
    {
        if (verbosity < Verbosity.Debug || headers[SessionHeader].ToString() is not { Length: > 0 } session)
            return;
        var line = $"{requestId} session={Printable(session)}";
        if (headers["x-claude-code-agent-id"].ToString() is { Length: > 0 } agent)
            line += $" agent={Printable(agent)}";
        if (headers["x-claude-code-parent-agent-id"].ToString() is { Length: > 0 } parent)
            line += $" parent={Printable(parent)}";
        output.Print(LogLevel.Debug, line);
    }

    public void Repeated(string upstream)
    {
        if (verbosity >= Verbosity.Debug)
            output.Print(LogLevel.Debug, $"{upstream} had ended a kept connection: the request is sent again on a new one");
    }

    /// <param name="status">0 when the upstream gave none.</param>
    /// <param name="attempt">The next one, from 1.</param>
    public void Retried(string requestId, string upstream, int status, int attempt, TimeSpan wait)
    {
        if (verbosity >= Verbosity.Debug)
        {
            var seconds = wait.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
            output.Print(LogLevel.Debug, $"{requestId} {upstream} status={(status > 0 ? status : "none")} wait={seconds} attempt={attempt}");
        }
    }

    public void KeyRefused(string requestId, string upstream, int status, int key)
    {
        if (verbosity >= Verbosity.Debug)
            output.Print(LogLevel.Debug, $"{requestId} {upstream} status={status} refuses key {key} for now: another is tried");
    }

    /// <summary>Always printed: another model answers than the one that comes first.</summary>
    public void FellBack(string requestId, string upstream, Route failed, Route next, string why) =>
        output.Print(LogLevel.Warning, $"{requestId} {upstream} model={Printable(failed.UpstreamModel)}: {why}; {Printable(next.FullName)} is asked");

    public void Degraded(string requestId, Degradation lost)
    {
        if (verbosity >= Verbosity.Debug)
            output.Print(LogLevel.Debug, $"{requestId} lost in translation: {lost}");
    }

    public void Refused(string requestId, string method, string path, ApiError error)
    {
        if (verbosity < Verbosity.Debug)
            return;
        output.Print(LogLevel.Debug, $"{requestId} {Printable(method)} {Printable(path)} {error.Status} {error.Type}");
    }

    public void UpstreamRefused(string requestId, UpstreamResponse response)
    {
        if (verbosity >= Verbosity.Debug)
            output.Print(LogLevel.Debug, $"{requestId} upstream status={response.Status} id={Printable(response.RequestId ?? "-")}");
    }

    /// <summary>Always printed: the model responds without having read its instructions.</summary>
    public void PromptTruncated(string upstream, Route route, int estimated, Usage usage) =>
        output.Print(LogLevel.Warning, $"{upstream} model={Printable(route.UpstreamModel)} read " +
            $"{usage.InputTokens + usage.CacheReadTokens + usage.CacheCreationTokens} tokens of a prompt of about {estimated}: give it a larger " +
                "context (for Ollama: OLLAMA_CONTEXT_LENGTH, or num_ctx in the model).");

    /// <summary>Always printed, once a model: what clients ask for is not what they get.</summary>
    public void Learned(string upstream, Route route, string refused) =>
        output.Print(LogLevel.Warning, $"{upstream} model={Printable(route.UpstreamModel)} refuses {Printable(refused)}: requests go without it from " +
            "now on (PROXY_MODEL_TRAITS can say so from the start).");

    /// <summary>Always printed: without a verdict the client stops.</summary>
    public void CheckFailed(string requestId, Route route, string reason) =>
        output.Print(LogLevel.Warning, $"{requestId} model={Printable(route.UpstreamModel)} gave no verdict on tool calls " +
            $"(PROXY_SAFEGUARDS_MODEL): {reason}");

    /// <summary>Always printed: the operator must learn that the upstream does not respond.</summary>
    public void UpstreamFailed(string requestId, string upstream, ApiError error) =>
        output.Print(LogLevel.Error, $"{requestId} {upstream}: {error.Message}");

    /// <summary>The type and no more: a message could quote what a client sent.</summary>
    public void Failed(string requestId, Exception exception) => output.Print(LogLevel.Error, $"{requestId} unexpected {exception.GetType().Name}");

    /// <summary>A model's name or a path comes from the client: it must not forge a line, nor fill the log.</summary>
    private static string Printable(string text)
    {
        const int most = 100;
        var clean = text.Length > most ? text[..most] : text;
        return clean.Any(c => c is < ' ' or > '~') ? string.Concat(clean.Select(c => c is < ' ' or > '~' ? '?' : c)) : clean;
    }
}
