using System.Text;
using ClaudeCodeProxy.Json;

namespace Proxy.Tests.Json;

public sealed class WhiteSpaceTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData(" \\n\\t\\r\\f", 9)]
    [InlineData("\\u0020\\u000A\\u00a0\\u3000", 24)]
    [InlineData("\u00a0\u3000", 5)]
    [InlineData(" a ", 1)]
    [InlineData("\\n\\\\n", 2)]
    [InlineData("\\u0041", 0)]
    [InlineData("\\u200b", 0)]
    [InlineData("é", 0)]
    public void It_is_known_plain_and_escaped(string escaped, int length)
    {
        var text = Encoding.UTF8.GetBytes(escaped);
        Assert.Equal(length, WhiteSpace.Length(text));
        Assert.Equal(length == text.Length, WhiteSpace.IsBlank(text));
    }
}
