using System.Text;
using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;

namespace Proxy.Tests.Anthropic;

public sealed class ErrorEnvelopeTests
{
    [Fact]
    public void An_error_is_told_in_anthropics_envelope()
    {
        using var output = new PooledBuffer();
        ErrorEnvelope.Write(ApiError.NotFound("no \"x\"\n"), "req_1", output);
        Assert.Equal("""{"type":"error","error":{"type":"not_found_error","message":"no \"x\"\n"},"request_id":"req_1"}""", Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
