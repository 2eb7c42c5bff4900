using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Translation.Tokens;
using Microsoft.ML.Tokenizers;
using Xunit.Abstractions;

namespace Proxy.Tests.Translation.Tokens;

/// <summary>The estimate beside the real tokenizer, on texts that it was not fitted to.</summary>
public sealed class TokenAccuracyTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions AsClientsDo = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions AllEscaped = new() { Encoder = JavaScriptEncoder.Default };
    private static readonly TiktokenTokenizer O200k = TiktokenTokenizer.CreateForEncoding("o200k_base");

    [Theory]
    [InlineData("prose")]
    [InlineData("code")]
    [InlineData("JSON")]
    public void Of_twenty_texts_nineteen_are_estimated_within_15_percent(string kind)
    {
        var errors = HeldOutTexts
            .Of(kind)
            .Select(text => (text.Name, Value: Error(text.Text, AsClientsDo)))
            .OrderBy(error => Math.Abs(error.Value))
            .ToList();
        var within = errors.Count(error => Math.Abs(error.Value) <= 0.15);
        var outside = string.Join(", ", errors.Skip(within).Reverse().Take(20).Select(error => $"{error.Name} {error.Value:+0.0%;-0.0%}"));
        var report =
            $"{kind}: {within} of {errors.Count} texts within 15 %, half within {Math.Abs(errors[errors.Count / 2].Value):0.0%}; the worst: " +
                $"{errors[^1].Name} {errors[^1].Value:+0.0%;-0.0%}; outside: {outside}";
        output.WriteLine(report);
        Assert.True(errors.Count >= 40, $"{kind}: {errors.Count} texts are too few to tell");
        Assert.True(within >= errors.Count * 0.95, report);
    }

    [Theory]
    [MemberData(nameof(ProseTexts.All), MemberType = typeof(ProseTexts))]
    [MemberData(nameof(CodeTexts.All), MemberType = typeof(CodeTexts))]
    [MemberData(nameof(DataTexts.All), MemberType = typeof(DataTexts))]
    public void Each_kind_of_text_is_estimated_within_10_percent_however_it_is_escaped(string kind, string text)
    {
        var longText = string.Concat(Enumerable.Repeat(text + "\n", 40));
        (double Short, double Escaped, double Long) errors = (Error(text, AsClientsDo), Error(text, AllEscaped), Error(longText, AsClientsDo));
        output.WriteLine($"{kind}: {errors.Short:+0.0%;-0.0%}, all escaped {errors.Escaped:+0.0%;-0.0%}, long {errors.Long:+0.0%;-0.0%}");
        Assert.InRange(errors.Short, -0.1, 0.1);
        Assert.InRange(errors.Escaped, -0.1, 0.1);
        Assert.InRange(errors.Long, -0.1, 0.1);
    }

    [Theory]
    [InlineData("prose")]
    [InlineData("code")]
    [InlineData("JSON")]
    public void A_rough_estimate_is_within_a_half(string kind)
    {
        var errors = HeldOutTexts.Of(kind).Select(
            text => Math.Abs(((double)TokenEstimate.RoughInputTokens(Request(text.Text, AsClientsDo)) / O200k.CountTokens(text.Text)) - 1))
                .Order()
                .ToList();
        output.WriteLine($"{kind}: half within {errors[errors.Count / 2]:0.0%}, the worst {errors[^1]:0.0%}");
        Assert.True(errors[errors.Count * 95 / 100] < 0.5, $"{kind}: {errors[errors.Count * 95 / 100]:0.0%}");
    }

    private static double Error(string text, JsonSerializerOptions options) =>
        ((double)Estimate(text, options) / O200k.CountTokens(text)) - 1;

    private static int Estimate(string text, JsonSerializerOptions options) =>
        TokenEstimate.InputTokens(Request(text, options)) - TokenEstimate.InputTokens(Request("", options));

    private static MessagesRequest Request(string text, JsonSerializerOptions options) =>
        MessagesRequest.Parse(Encoding.UTF8.GetBytes(
            $$"""{"model":"m","max_tokens":1,"messages":[{"role":"user","content":{{JsonSerializer.Serialize(text, options)}}}]}"""));
}
