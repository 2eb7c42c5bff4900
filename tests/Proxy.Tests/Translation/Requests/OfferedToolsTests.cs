using System.Text;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Routing;
using Proxy.Tests.Schemas;

namespace Proxy.Tests.Translation.Requests;

public sealed class OfferedToolsTests
{
    private const string Two =
        """[{"name":"Bash","input_schema":{"type":"object","properties":{}}},{"name":"Read","input_schema":{"type":"object","properties":{}}}]""";

    [Theory]
    [InlineData(130, null, 128, "tools=2")]
    [InlineData(129, null, 128, "tools")]
    [InlineData(128, null, 128, "")]
    [InlineData(130, "t129", 128, "tools=2")]
    [InlineData(130, "t0", 128, "tools=2")]
    public void Openai_gets_128_tools_with_the_one_that_must_be_called(int count, string? chosen, int offered, string lost)
    {
        var request = Request(Tools(count), chosen is null ? null : $$"""{"type":"tool","name":"{{chosen}}"}""");
        foreach (var api in new[] { Api.ChatCompletions, Api.Responses })
        {
            var route = new Route(Provider.OpenAI, "claude", "gpt-4.1") { Api = api };
            var body = Checked.Request(request, route);
            Assert.Equal(offered, body.Split("\"parameters\"").Length - 1);
            Assert.Contains("\"name\":\"t126\"", body, StringComparison.Ordinal);
            Assert.Equal(lost, Checked.Lost(request, route).ToString());
            if (chosen is not null)
                Assert.Equal(3, body.Split($"\"name\":\"{chosen}\"").Length);
        }
    }

    [Fact]
    public void Others_get_all_until_they_say_how_many_they_take()
    {
        var request = Request(Tools(130), null);
        var route = new Route(Provider.VLlm, "claude", "m");
        Assert.Equal(131, Checked.Request(request, route).Split("\"parameters\"").Length);
        Assert.Equal(65, Checked.Request(request, route with { Traits = new ModelTraits { MaxTools = 64 } }).Split("\"parameters\"").Length);
    }

    [Theory]
    [InlineData("""{"type":"tool","name":"Read"}""", "tool_choice.function", "\"tool_choice\":\"required\"", "Read", "")]
    [InlineData("""{"type":"any"}""", "tool_choice.function", "\"tool_choice\":\"required\"", "Bash Read", "")]
    [InlineData("""{"type":"tool","name":"Read"}""", "tool_choice.required", "\"tool_choice\":\"auto\"", "Bash Read", "tool_choice")]
    [InlineData("""{"type":"any"}""", "tool_choice.required", "\"tool_choice\":\"auto\"", "Bash Read", "tool_choice")]
    [InlineData("""{"type":"none"}""", "tool_choice.required", "\"tool_choice\":\"none\"", "Bash Read", "")]
    [InlineData("""{"type":"auto"}""", "tool_choice", "", "Bash Read", "")]
    [InlineData("""{"type":"none"}""", "tool_choice", "", "Bash Read", "tool_choice")]
    [InlineData("""{"type":"any"}""", "tool_choice", "", "Bash Read", "tool_choice")]
    [InlineData("""{"type":"tool","name":"Write"}""", "tool_choice.function", "", "Bash Read", "")]
    public void A_choice_is_said_in_the_nearest_form_that_is_taken(string choice, string refused, string expected, string tools, string lost)
    {
        var request = Request(Two, choice);
        foreach (var api in new[] { Api.ChatCompletions, Api.Responses })
        {
            var route = new Route(Provider.VLlm, "claude", "m")
            {
                Api = api,
                Traits = new ModelTraits { Refuses = RequestOptions.Find(refused)!.Value },
            };
            var body = Checked.Request(request, route);
            Assert.Equal(expected.Length > 0, body.Contains("tool_choice", StringComparison.Ordinal));
            Assert.Contains(expected, body, StringComparison.Ordinal);
            Assert.Equal(tools, string.Join(' ', new[] { "Bash", "Read" }.Where(name => body.Contains($"\"{name}\"", StringComparison.Ordinal))));
            Assert.Equal(lost, Checked.Lost(request, route).ToString());
        }
    }

    [Fact]
    public void Functions_are_not_strict_and_say_nothing_of_it_where_that_is_refused()
    {
        var route = new Route(Provider.VLlm, "claude", "m") { Api = Api.Responses };
        Assert.Contains("\"strict\":false", Checked.Request(Request(Two, null), route), StringComparison.Ordinal);
        var refusing = route with { Traits = new ModelTraits { Refuses = RequestOption.Strict } };
        // OpenAI's own types demand the member, so that its absence shows.
        var missing = Assert.Throws<WireException>(() => Checked.Request(Request(Two, null), refusing));
        Assert.Contains("PropertyRequired #/tools[1].strict", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"computer_toolset_20260801"}""", "tool:computer_toolset_20260801")]
    [InlineData("""{"type":"browser_toolset_20260801"},{"type":"mcp_toolset","mcp_server_name":"x"}""",
        "tool:browser_toolset_20260801, tool:mcp_toolset")]
    [InlineData("""{"type":"code_execution_20260521","name":"code_execution"}""", "tool:code_execution")]
    [InlineData("""{"type":"bash_20991231","name":"bash"}""", "tool:bash")]
    public void Tools_that_nobody_else_has_are_named(string tools, string lost) => Assert.Equal(
        lost, Checked.Lost(Request($"[{tools}]", null), new Route(Provider.OpenAI, "claude", "gpt-4.1")).ToString());

    [Theory]
    [InlineData("a", 2, "tool:a")]
    [InlineData("\\u0061", 2, "tool:a")]
    [InlineData("A", 3, "")]
    [InlineData("\\u0041", 3, "")]
    public void A_name_is_offered_once_however_it_is_written(string second, int offered, string lost)
    {
        var tools = string.Join(',', new[] { "a", second, "b" }
            .Select(name => $"{{\"name\":\"{name}\",\"input_schema\":{{\"type\":\"object\",\"properties\":{{}}}}}}"));
        var route = new Route(Provider.OpenAI, "claude", "gpt-4.1");

        var body = Checked.Request(Request($"[{tools}]", null), route);

        Assert.Equal(offered, body.Split("\"parameters\"").Length - 1);
        Assert.Equal(lost, Checked.Lost(Request($"[{tools}]", null), route).ToString());
    }

    private static string Tools(int count) => "[" + string.Join(',', Enumerable.Range(0, count)
        .Select(number => $"{{\"name\":\"t{number}\",\"input_schema\":{{\"type\":\"object\",\"properties\":{{}}}}}}")) + "]";

    private static MessagesRequest Request(string tools, string? choice) => MessagesRequest.Parse(Encoding.UTF8.GetBytes(
        "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"tools\":" + tools
        + (choice is null ? "}" : $",\"tool_choice\":{choice}}}")));
}
