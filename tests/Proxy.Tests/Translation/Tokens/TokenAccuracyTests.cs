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
    private static readonly TiktokenTokenizer O200k = TiktokenTokenizer.CreateForEncoding("o200k_base");

    [Theory]
    [InlineData("prose")]
    [InlineData("code")]
    [InlineData("JSON")]
    public void Of_twenty_texts_nineteen_are_estimated_within_15_percent(string kind)
    {
        var errors = HeldOutTexts.Of(kind).Select(text => (text.Name, Value: Error(text.Text))).OrderBy(error => Math.Abs(error.Value)).ToList();
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
    [MemberData(nameof(OtherTexts.Languages), MemberType = typeof(OtherTexts))]
    public void Other_languages_are_estimated_within_a_third(string language, string text) => AssertWithin(0.34, language, text);

    [Theory]
    [MemberData(nameof(OtherTexts.Data), MemberType = typeof(OtherTexts))]
    public void Encoded_data_and_numbers_are_estimated_within_a_third(string kind, string text) => AssertWithin(0.34, kind, text);

    [Theory]
    [InlineData("prose")]
    [InlineData("code")]
    [InlineData("JSON")]
    public void A_rough_estimate_is_within_a_half(string kind)
    {
        var errors = HeldOutTexts.Of(kind).Select(
            text => Math.Abs(((double)TokenEstimate.RoughInputTokens(Request(text.Text)) / O200k.CountTokens(text.Text)) - 1)).Order().ToList();
        output.WriteLine($"{kind}: half within {errors[errors.Count / 2]:0.0%}, the worst {errors[^1]:0.0%}");
        Assert.True(errors[errors.Count * 95 / 100] < 0.5, $"{kind}: {errors[errors.Count * 95 / 100]:0.0%}");
    }

    private void AssertWithin(double bound, string name, string text)
    {
        var error = Error(text);
        output.WriteLine($"{name}: {error:+0.0%;-0.0%}");
        Assert.InRange(error, -bound, bound);
    }

    private static double Error(string text) => ((double)Estimate(text) / O200k.CountTokens(text)) - 1;

    private static int Estimate(string text) => TokenEstimate.InputTokens(Request(text)) - TokenEstimate.InputTokens(Request(""));

    private static MessagesRequest Request(string text) =>
        MessagesRequest.Parse(Encoding.UTF8.GetBytes(
            $$"""{"model":"m","max_tokens":1,"messages":[{"role":"user","content":{{JsonSerializer.Serialize(text, AsClientsDo)}}}]}"""));
}
