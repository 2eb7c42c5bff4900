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
    [Theory]
    [InlineData("call_1", "", "toolu_call_1")]
    [InlineData("functions.Read:0", "", "toolu_enc22_ZnVuY3Rpb25zLlJlYWQ6MA")]
    [InlineData("call_1", "Sig+/==", "toolu_enc8_Y2FsbF8xU2lnKy89PQ")]
    public void A_plain_id_stays_readable_and_others_are_packed(string id, string signature, string expected)
    {
        var client = Encoding.UTF8.GetString(ToolCallId.ForClient(Encoding.UTF8.GetBytes(id), Encoding.UTF8.GetBytes(signature)));
        if (signature.Length == 0)
            Assert.Equal(expected, client);
        Assert.Matches("^toolu_[a-zA-Z0-9_-]+$", client);
    }

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
    public void An_id_that_looks_like_ours_comes_back_exactly(string id, string signature) => ComesBack(id, signature);

    private static void ComesBack(string id, string signature)
    {
        var (idBytes, signatureBytes) = (Encoding.UTF8.GetBytes(id), Encoding.UTF8.GetBytes(signature));
        var client = Encoding.UTF8.GetString(ToolCallId.ForClient(idBytes, signatureBytes));
        Assert.Matches("^toolu_[a-zA-Z0-9_-]+$", client);
        var call = $$$"""{"role":"assistant","content":[{"type":"tool_use","id":"{{{client}}}","name":"R","input":{}}]}""";
        var upstream = JsonDocument.Parse($"[{SentMessages(call, new Route(Provider.Gemini, "c", "gemini-2.5-pro"))}]").RootElement;
        var sent = upstream[0].GetProperty("tool_calls")[0];
        Assert.Equal(Encoding.UTF8.GetString(idBytes), sent.GetProperty("id").GetString());
        Assert.Equal(Encoding.UTF8.GetString(idBytes), upstream[1].GetProperty("tool_call_id").GetString());
        Assert.Equal(signature.Length > 0, sent.TryGetProperty("extra_content", out var extra));
        if (signature.Length > 0)
            Assert.Equal(Encoding.UTF8.GetString(signatureBytes), extra.GetProperty("google").GetProperty("thought_signature").GetString());
    }
}
