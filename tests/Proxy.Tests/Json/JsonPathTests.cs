using System.Text;
using ClaudeCodeProxy.Json;

namespace Proxy.Tests.Json;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,{"c":@2}]}""", "b.1.c")]
    [InlineData("""{"a":1,"b":[true,@{"c":2}]}""", "b.1")]
    [InlineData("""{"a":1,"b":[true,{@"c":2}]}""", "b.1")]
    [InlineData("""@{"a":1}""", "")]
    [InlineData("""{"a":1,"b":[@""", "b")]
    [InlineData("""{"a":1,"b":{"c":[1,@x""", "b.c.1")]
    public void The_place_of_a_byte_has_a_name(string marked, string path)
    {
        var json = marked.Replace("@", "", StringComparison.Ordinal);
        Assert.Equal(path, JsonPath.To(Encoding.UTF8.GetBytes(json), marked.IndexOf('@', StringComparison.Ordinal)));
    }
}
