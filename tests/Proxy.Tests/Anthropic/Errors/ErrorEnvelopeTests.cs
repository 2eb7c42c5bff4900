using ClaudeCodeProxy.Anthropic.Errors;
using Proxy.Tests.Translation;

namespace Proxy.Tests.Anthropic.Errors;

public sealed class ErrorEnvelopeTests
{
    [Fact]
    public void An_error_is_told_in_anthropics_envelope() => Assert.Equal(
        """{"type":"error","error":{"type":"not_found_error","message":"no \"x\"\n"},"request_id":"req_1"}""",
        Checked.Error(ApiError.NotFound("no \"x\"\n"), "req_1"));
}
