using System.Text;
using ClaudeCodeProxy.Json;

namespace Proxy.Tests.Json;

public sealed class JsonWriterTests
{
    [Fact]
    public void Commas_stand_between_values_and_nowhere_else()
    {
        using var output = new PooledBuffer(1);
        var json = new JsonWriter(output, default);
        json.Raw("["u8);
        for (var number = -1; number < 3; number++)
        {
            json.Comma();
            json.Number(number);
            json.Commit();
        }

        json.Comma();
        json.Text("\u0001\"é");
        json.Raw("]"u8);
        json.Commit();
        Assert.Equal("[-1,0,1,2,\"\\u0001\\\"é\"]", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void What_outgrows_the_free_space_is_written_whole()
    {
        using var output = new PooledBuffer(1);
        var source = Encoding.UTF8.GetBytes("\"" + new string('x', 100_000) + "\"");
        var json = new JsonWriter(output, source);
        json.Number(long.MinValue);
        json.Value(new JsonValue(0, source.Length));
        json.Text(new JsonText(1, source.Length - 2));
        json.Commit();
        Assert.Equal(20 + (2 * source.Length), output.Length);
    }
}
