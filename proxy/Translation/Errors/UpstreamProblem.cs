using System.Text;
using System.Text.Unicode;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>What an upstream's error body says, in whichever of the shapes in use.</summary>
/// <param name="message">In its own words; empty when it says none.</param>
/// <param name="kind">Its codes and types, for what the status does not tell, with a space between them.</param>
/// <param name="param">
/// The member of the request that it is about, as <c>reasoning.effort</c>, <c>messages.0.content</c>, <c>tools[0].function.parameters</c>; empty when
/// it names none.
/// </param>
internal sealed class UpstreamProblem(string message, string kind, string param, int? promptTokens, int? contextTokens)
{
    public string Message => message;

    public string Kind => kind;

    public string Param => param;

    public int? PromptTokens => promptTokens;

    public int? ContextTokens => contextTokens;

    /// <summary>The tokens of output that the account's credit pays for: OpenRouter refuses a request that might cost more.</summary>
    public int? AffordableTokens => NumberBeside.After(Message, "only afford");

    /// <summary>The HTTP status that the problem would have had.</summary>
    public int Status => Kind switch
    {
        _ when KindHas("rate_limit") || KindHas("insufficient_quota") || KindHas("resource_exhausted") || CodeIs("429") => 429,
        _ when KindHas("overloaded") || KindHas("unavailable") || CodeIs("503") || CodeIs("529") => 529,
        _ when KindHas("authentication") || KindHas("invalid_api_key") || CodeIs("401") => 401,
        _ when CodeIs("402") => 402,
        _ when KindHas("permission") || CodeIs("403") => 403,
        _ when KindHas("invalid_prompt") || KindHas("image_") || KindHas("_image") => 400,
        _ when KindHas("not_found") || CodeIs("404") => 404,
        _ when KindHas("invalid_request") || KindHas("invalid_argument") || CodeIs("400") => 400,
        _ when KindHas("timeout") || CodeIs("408") || CodeIs("504") => 504,
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

    /// <param name="body">Of any kind and length; what cannot be read gives no reason.</param>
    public static UpstreamProblem Read(ReadOnlySpan<byte> body) =>
        new ProblemReader().Read(Utf8.IsValid(body) ? Encoding.UTF8.GetString(body) : "");

    private bool MessageHas(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private bool KindHas(string word) => Kind.Contains(word, StringComparison.OrdinalIgnoreCase);

    private bool CodeIs(string code) => $" {Kind} ".Contains($" {code} ", StringComparison.Ordinal);
}
