using System.Text;
using ClaudeCodeProxy.Json;

namespace Proxy.Tests.Json;

public sealed class ObjectScannerTests
{
    [Theory]
    [InlineData("", "Empty")]
    [InlineData(" \n", "Empty")]
    [InlineData("{", "Open")]
    [InlineData("{\"a\": \"}", "Open")]
    [InlineData("{\"a\": \"\\\"}", "Open")]
    [InlineData("{\"a\": [{}]", "Open")]
    [InlineData("{}", "Closed")]
    [InlineData(" {\"a\": \"}\", \"b\": \"\\\\\"} \n", "Closed")]
    [InlineData("{}x", "Broken")]
    [InlineData("{}{}", "Broken")]
    [InlineData("[]", "Broken")]
    [InlineData("\"{}\"", "Broken")]
    [InlineData("null", "Broken")]
    public void The_end_of_an_object_is_known_wherever_it_is_split(string text, string state)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var split = 0; split <= bytes.Length; split++)
        {
            var scanner = default(ObjectScanner);
            scanner.Feed(bytes.AsSpan()[..split]);
            scanner.Feed(bytes.AsSpan()[split..]);
            Assert.Equal(state, scanner.State.ToString());
        }
    }
}
