using System.Text.Unicode;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>What an upstream's error body says, in whichever of the shapes in use.</summary>
/// <param name="Kind">Its <c>code</c> and <c>type</c>, for what the status does not tell.</param>
internal sealed record UpstreamProblem(string Message, string Kind, int? PromptTokens, int? ContextTokens)
{
    /// <summary>The HTTP status that the problem would have had.</summary>
    public int Status => Kind switch
    {
        _ when Has("rate_limit") || Has("insufficient_quota") || Has("429") => 429,
        _ when Has("overloaded") || Has("503") || Has("529") => 529,
        _ when Has("authentication") || Has("invalid_api_key") || Has("401") => 401,
        _ when Has("402") => 402,
        _ when Has("permission") || Has("403") => 403,
        _ when Has("invalid_prompt") || Has("image_") || Has("_image") => 400,
        _ when Has("not_found") || Has("404") => 404,
        _ when Has("invalid_request") || Has("400") => 400,
        _ when Has("timeout") || Has("408") || Has("504") => 504,
        _ => 502,
    };

    /// <summary>llama-server says so with a 500, which clients would repeat.</summary>
    public bool IsAboutImages => Says("image input is not supported");

    /// <summary>Waiting does not help: somebody has to pay or to raise a limit. A quota that refills within moments does not count.</summary>
    public bool IsAboutMoney =>
        !Says("retry in") && !Says("try again in")
        && (Has("insufficient_quota") || Has("billing")
            || Says("exceeded your current quota") || Says("billing") || Says("spend limit") || Says("spending limit")
            || Says("budget") || Says("insufficient balance") || Says("insufficient credit") || Says("out of credits"));

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

    private bool Says(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private bool Has(string word) => Kind.Contains(word, StringComparison.OrdinalIgnoreCase);
}
