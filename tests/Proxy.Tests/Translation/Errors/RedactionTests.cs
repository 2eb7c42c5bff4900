using ClaudeCodeProxy.Translation.Errors;

namespace Proxy.Tests.Translation.Errors;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("See https://openrouter.ai/settings/credits for more.", "See [redacted] for more.")]
    [InlineData("See openrouter.ai/settings/credits.", "See [redacted]")]
    [InlineData("Your account acct_12345<ak-f8xqgabc> is suspended", "Your account [redacted]<[redacted]> is suspended")]
    [InlineData("Bad api_key:sk-abcdefgh", "Bad [redacted]")]
    [InlineData("Team 123e4567-e89b-12d3-a456-426614174000 has no credits", "Team [redacted] has no credits")]
    [InlineData("denied on '//aiplatform.googleapis.com/projects/mine/locations/x'", "denied on '[redacted]'")]
    [InlineData("Publisher Model `projects/mine/locations/x/models/y` was not found", "Publisher Model `[redacted]` was not found")]
    [InlineData("User: arn:aws:iam::123456789012:user/me is not authorized", "User: [redacted] is not authorized")]
    [InlineData("dial tcp 10.1.2.3:443: refused", "dial tcp [redacted] refused")]
    [InlineData("no route to vllm.models.svc:8000", "no route to [redacted]")]
    public void What_is_not_the_clients_to_know_is_taken_out(string message, string expected) => Assert.Equal(expected, Redaction.Redact(message));

    [Theory]
    [InlineData("messages.3.content.0: Invalid `signature` in `thinking` block")]
    [InlineData("The model `accounts/fireworks/models/glm-5p3` does not exist")]
    [InlineData("'reasoning.effort' must be one of low, medium, high: got xhigh")]
    [InlineData("nvidia/nemotron-3-ultra-550b-a55b:free and Qwen/Qwen3-235B-A22B-Instruct-2507 are not available")]
    [InlineData("limit:131072, claude-sonnet-4-5-20250929 and gpt-4.1-2025-04-14")]
    public void What_clients_need_stays(string message) => Assert.Equal(message, Redaction.Redact(message));
}
