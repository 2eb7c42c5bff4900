using System.Text.Json;
using System.Text.RegularExpressions;
using static Proxy.Tests.Schemas.RequestRules;

namespace Proxy.Tests.Schemas;

/// <summary>What OpenAI's own models refuse: those that reason take no sampling options, the others are not told how hard to think.</summary>
internal static partial class ModelRules
{
    private static readonly string[] RefusedByReasoning =
        ["max_tokens", "temperature", "top_p", "presence_penalty", "frequency_penalty", "stop", "logprobs", "top_logprobs", "logit_bias"];

    public static void Check(JsonElement request)
    {
        var model = request.GetProperty("model").GetString()!;
        if (Reasons().IsMatch(model))
        {
            Holds(!RefusedByReasoning.Any(option => request.TryGetProperty(option, out _)),
                $"{model} takes none of {string.Join(", ", RefusedByReasoning)}", request);
        }

        if (DoesNotReason().IsMatch(model))
            Holds(!request.TryGetProperty("reasoning_effort", out _), $"{model} takes no reasoning_effort", request);
    }

    [GeneratedRegex(@"^(openai/)?(o\d|gpt-5)", RegexOptions.CultureInvariant)]
    private static partial Regex Reasons();

    [GeneratedRegex(@"^(openai/)?(gpt-4|gpt-3|chatgpt)", RegexOptions.CultureInvariant)]
    private static partial Regex DoesNotReason();
}
