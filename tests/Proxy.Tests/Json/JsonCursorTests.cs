using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Json;
using FsCheck.Xunit;

namespace Proxy.Tests.Json;

public sealed class JsonCursorTests
{
    private static readonly byte[] Letters = "{}[]\":,\\u0012e-.+tn \n"u8.ToArray();

    [Theory]
    [InlineData("{}")]
    [InlineData(" [ ] ")]
    [InlineData("""{"a":[1,-0,2.5,1e9,-1.5E-3,true,false,null,"x"],"b":{"c":{}}}""")]
    [InlineData("""["\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00","é😀",""]""")]
    [InlineData("\t{\r\n\"a\" : 1 , \"b\" : 2 }\n")]
    public void Json_is_read(string json)
    {
        Assert.Null(Problem(Encoding.UTF8.GetBytes(json)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("{\"a\":}")]
    [InlineData("{]")]
    [InlineData("[}")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("+1")]
    [InlineData("1e")]
    [InlineData("-")]
    [InlineData("nul")]
    [InlineData("True")]
    [InlineData("\"open")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"\\u12")]
    [InlineData("\"\\")]
    [InlineData("\"a\nb\"")]
    [InlineData("{} {}")]
    [InlineData("'a'")]
    [InlineData("/* no */ 1")]
    public void What_is_no_json_is_refused(string json)
    {
        Assert.NotNull(Problem(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        Assert.Null(Problem(Encoding.UTF8.GetBytes(new string('[', 64) + new string(']', 64))));
        Assert.Equal("nested deeper than 64 levels", Problem(Encoding.UTF8.GetBytes(new string('[', 65) + new string(']', 65))));
    }

    [Property(MaxTest = 2000)]
    public void Any_text_is_judged_as_the_platforms_reader_does(byte[] bytes)
    {
        // Letters that JSON is made of, so that a good part of the texts nearly is some.
        var json = bytes.Select(value => Letters[value % Letters.Length]).ToArray();
        Assert.Equal(IsJson(json), Problem(json) is null);
    }

    [Property(MaxTest = 500)]
    public void A_valid_text_with_one_byte_changed_is_judged_as_the_platforms_reader_does(int position, byte value)
    {
        var json = Encoding.UTF8.GetBytes("""{"a":[1,-0.5e+3,true,false,null],"b\u00e9":{"c":"x\"\\\n"},"":[{},[]]} """);
        json[(uint)position % json.Length] = (byte)(value % 128);
        Assert.Equal(IsJson(json), Problem(json) is null);
    }

    [Fact]
    public void Members_are_found_by_their_unescaped_names_and_texts_keep_their_bytes()
    {
        var json = """{"na\u006de":"a\u0062c","n":12}"""u8;
        var cursor = new JsonCursor(json);
        cursor.BeginObject();
        Assert.True(cursor.NextMember(out var name));
        Assert.True(name.SequenceEqual("name"u8));
        var text = cursor.ReadText();
        Assert.Equal("a\\u0062c", Encoding.UTF8.GetString(text.In(json)));
        Assert.True(text.Is(json, "abc"u8));
        Assert.Equal("abc", text.ToString(json));
        Assert.True(cursor.NextMember(out _));
        Assert.Equal(12, cursor.ReadInt());
        Assert.False(cursor.NextMember(out _));
        cursor.ExpectEnd();
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("12345678901")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    public void A_whole_number_is_nothing_else(string json)
    {
        Assert.Throws<JsonFormatException>(() => new JsonCursor(Encoding.UTF8.GetBytes(json)).ReadInt());
    }

    private static string? Problem(byte[] json)
    {
        try
        {
            var cursor = new JsonCursor(json);
            cursor.Skip();
            cursor.ExpectEnd();
            return null;
        }
        catch (JsonFormatException e)
        {
            Assert.InRange(e.Position, 0, json.Length);
            return e.Message;
        }
    }

    private static bool IsJson(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
