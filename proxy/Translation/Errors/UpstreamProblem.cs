using System.Text.Unicode;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>What an upstream's error body says, in whichever of the shapes in use.</summary>
/// <param name="kind">Its <c>code</c> and <c>type</c>, for what the status does not tell.</param>
internal sealed class UpstreamProblem(string message, string kind, int? promptTokens, int? contextTokens)
{
    public string Message => message;

    public string Kind => kind;

    public int? PromptTokens => promptTokens;

    public int? ContextTokens => contextTokens;

    /// <summary>The HTTP status that the problem would have had.</summary>
    public int Status => Kind switch
    {
        _ when KindHas("rate_limit") || KindHas("insufficient_quota") || KindHas("429") => 429,
        _ when KindHas("overloaded") || KindHas("503") || KindHas("529") => 529,
        _ when KindHas("authentication") || KindHas("invalid_api_key") || KindHas("401") => 401,
        _ when KindHas("402") => 402,
        _ when KindHas("permission") || KindHas("403") => 403,
        _ when KindHas("invalid_prompt") || KindHas("image_") || KindHas("_image") => 400,
        _ when KindHas("not_found") || KindHas("404") => 404,
        _ when KindHas("invalid_request") || KindHas("400") => 400,
        _ when KindHas("timeout") || KindHas("408") || KindHas("504") => 504,
        _ => 502,
    };

    /// <summary>llama-server says so with a 500, which clients would repeat.</summary>
    public bool IsAboutImages => MessageHas("image input is not supported");

    /// <summary>Waiting does not help: somebody has to pay or to raise a limit. A quota that refills within moments does not count.</summary>
    public bool IsAboutMoney =>
        !MessageHas("retry in") && !MessageHas("try again in")
        && (KindHas("insufficient_quota") || KindHas("billing")
            || MessageHas("exceeded your current quota") || MessageHas("billing") || MessageHas("spend limit") || MessageHas("spending limit")
            || MessageHas("budget") || MessageHas("insufficient balance") || MessageHas("insufficient credit") || MessageHas("out of credits"));

    public static UpstreamProblem Read(ReadOnlySpan<byte> body)
    {
        var members = default(ProblemMembers);
        try
        {
            if (Utf8.IsValid(body))
            {
                var cursor = new JsonCursor(body);
                members.Read(ref cursor);
            }
        }
        catch (JsonFormatException)
        {
            // A page of HTML, or half a response: what could be read of it has to do.
        }

        return members.ToProblem(body);
    }

    private bool MessageHas(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private bool KindHas(string word) => Kind.Contains(word, StringComparison.OrdinalIgnoreCase);
}
