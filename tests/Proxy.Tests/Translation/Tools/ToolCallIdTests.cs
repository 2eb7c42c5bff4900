using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Tools;
using FsCheck.Xunit;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation.Tools;

public sealed class ToolCallIdTests
{
    private const string Mark = "_ccpaBcDeFgH0";

    [Theory]
    [InlineData("call_1", "", "toolu_call_1_ccpaBcDeFgH0")]
    [InlineData("functions.Read:0", "", "toolu_enc22_ZnVuY3Rpb25zLlJlYWQ6MA_ccpaBcDeFgH0")]
    [InlineData("call_1", "Sig+/==", "toolu_enc8_Y2FsbF8xU2lnKy89PQ_ccpaBcDeFgH0")]
    public void A_plain_id_stays_readable_and_others_are_packed(string id, string signature, string expected) =>
        Assert.Equal(expected, ForClient(id, signature, Mark));

    [Property]
    public void Any_id_and_signature_come_back_exactly(FsCheck.NonEmptyString id, FsCheck.NonNull<string> signature) =>
        ComesBack(id.Get, signature.Get);

    [Theory]
    [InlineData("toolu_01", "")]
    [InlineData("enc", "")]
    [InlineData("enc4_abcd", "")]
    [InlineData("enc4_abcd", "s")]
    [InlineData("enc99_x", "")]
    [InlineData("a\"\\b", "s\"\n")]
    [InlineData("a_ccpaBcDeFgH0", "")]
    [InlineData("_ccpaBcDeFgH0", "")]
    public void An_id_that_looks_like_ours_comes_back_exactly(string id, string signature) => ComesBack(id, signature);

    [Theory]
    [InlineData("toolu_01AbCdEfGhIjKlMnOpQrStUv", "01AbCdEfGhIjKlMnOpQrStUv")]
    [InlineData("toolu_call_1", "call_1")]
    [InlineData("toolu_enc2__w", "enc2__w")]
    [InlineData("toolu_a_ccp", "a_ccp")]
    [InlineData("toolu_a_ccp1", "a_ccp1")]
    [InlineData("toolu_a_ccpaBcDeFgH-0", "a_ccpaBcDeFgH-0")]
    [InlineData("toolu_a_ccpaBcDeFgHiJkLmN0", "a_ccpaBcDeFgHiJkLmN0")]
    public void An_id_without_a_mark_stays_whole(string client, string upstream) => Assert.Equal(upstream, SentUp(client).Id);

    [Fact]
    public void The_mark_differs_from_message_to_message_and_from_call_to_call() =>
        Assert.Equal(3, new[] { ("msg_01234567aaaaaaaa", 0), ("msg_01234567aaaaaaaa", 1), ("msg_01234567aaaaaaab", 0) }
            .Select(static call => ToolCallMark.Create(call.Item1, call.Item2)).Distinct().Count());

    private static void ComesBack(string id, string signature)
    {
        foreach (var mark in new[] { Mark, "_ccpaBcDeFgH127" })
        {
            var client = ForClient(id, signature, mark);
            Assert.Matches("^toolu_[a-zA-Z0-9_-]+$", client);
            Assert.Equal((id, signature), SentUp(client));
        }
    }

    private static string ForClient(string id, string signature, string mark) =>
        Encoding.UTF8.GetString(ToolCallId.ForClient(Encoding.UTF8.GetBytes(id), Encoding.UTF8.GetBytes(signature), mark));

    /// <summary>What becomes of a client's id on a call and on its result.</summary>
    private static (string Id, string Signature) SentUp(string client)
    {
        var call = $$$"""{"role":"assistant","content":[{"type":"tool_use","id":"{{{client}}}","name":"R","input":{}}]}""";
        var upstream = JsonDocument.Parse($"[{SentMessages(call, new Route(Provider.Gemini, "c", "gemini-2.5-pro"))}]").RootElement;
        var sent = upstream[0].GetProperty("tool_calls")[0];
        var id = sent.GetProperty("id").GetString()!;
        Assert.Equal(id, upstream[1].GetProperty("tool_call_id").GetString());
        var hasSignature = sent.TryGetProperty("extra_content", out var extra);
        return (id, hasSignature ? extra.GetProperty("google").GetProperty("thought_signature").GetString()! : "");
    }
}
