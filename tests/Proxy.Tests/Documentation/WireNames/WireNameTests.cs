using System.Text;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Translation.Requests;
using Proxy.Tests.Translation;
using Tests.Shared;

namespace Proxy.Tests.Documentation.WireNames;

/// <summary>Tries what the table says of names that no provider but Anthropic knows.</summary>
public sealed class WireNameTests
{
    private static readonly IEnumerable<WireNameRow> Rows = WireNameTable.ReadAll(Repository.Root).SelectMany(table => table.Rows);

    public static TheoryData<string, string> Options => Named("request option");

    public static TheoryData<string, string> Blocks => Named("content block");

    public static TheoryData<string, string> Tools => Named("tool");

    [Theory]
    [MemberData(nameof(Options))]
    public void What_is_said_of_an_option_is_what_happens(string option, string fate)
    {
        var body = $$$"""{"model":"m","max_tokens":9,"messages":[{"role":"user","content":"x"}],"{{{option}}}":{}}""";

        if (fate == nameof(WireNameFate.Refused))
            Assert.Contains(option, Assert.Throws<ApiErrorException>(() => Lost(body)).Error.Message);
        else
            Assert.Equal(fate == nameof(WireNameFate.Reported) ? option : "", Lost(body).ToString());
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void What_is_said_of_a_block_is_what_happens(string block, string fate)
    {
        var content = $$"""[{"type":"text","text":"x"},{"type":"{{block}}"}]""";

        var lost = Lost($$"""{"model":"m","max_tokens":9,"messages":[{"role":"user","content":{{content}}}]}""");

        Assert.Equal(fate == nameof(WireNameFate.Reported) ? $"block:{block}" : "", lost.ToString());
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void What_is_said_of_a_tool_is_what_happens(string tool, string fate)
    {
        var lost = Lost($$"""{"model":"m","max_tokens":9,"messages":[{"role":"user","content":"x"}],"tools":[{"type":"{{tool}}","name":"it"}]}""");

        Assert.Equal(fate == nameof(WireNameFate.Reported) ? "tool:it" : "", lost.ToString());
    }

    /// <summary>Names at the top of their kind that are reported, dispensable or refused.</summary>
    private static TheoryData<string, string> Named(string kind)
    {
        var data = new TheoryData<string, string>();
        foreach (var row in Rows.Where(row => row.Kind == kind && row.Here is not (WireNameFate.Translated or WireNameFate.PassedThrough)))
        {
            foreach (var name in row.Patterns.Select(pattern => pattern.TrimEnd('…')).Where(IsWhole))
                data.Add(name, $"{row.Here}");
        }

        return data;
    }

    /// <summary>Not the name of a member, a value, or several.</summary>
    private static bool IsWhole(string name) => name.IndexOfAny(['.', '=', '*']) < 0;

    private static Degradation Lost(string body) => Checked.Lost(MessagesRequest.Parse(Encoding.UTF8.GetBytes(body)), Example.OpenAI);
}
