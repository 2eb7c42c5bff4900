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

    /// <param name="body">Of any kind and length; what cannot be read gives no reason.</param>
    public static UpstreamProblem Read(ReadOnlySpan<byte> body) =>
        new ProblemReader().Read(Utf8.IsValid(body) ? Encoding.UTF8.GetString(body) : "");

    public bool HasAny(params ReadOnlySpan<string> phrases) => Phrases.HasAny(Message, phrases);

    /// <summary>Whether one of some phrases is in its codes and types.</summary>
    public bool IsKind(params ReadOnlySpan<string> phrases) => Phrases.HasAny(Kind, phrases);

    /// <summary>Whether one of its codes is one of some.</summary>
    public bool HasCode(params ReadOnlySpan<string> codes) => Phrases.HasWord(Kind, codes);
}
