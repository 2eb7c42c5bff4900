using System.Net.Http.Json;
using System.Text.Json;

namespace Acceptance.Tests.LlamaServer;

/// <summary>Tests the scripted server itself: it must say what the scripts say, or the tests that use it prove nothing.</summary>
public sealed class ScriptedServerTests
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["text"] = "Hello! Grüße, 世界, \"quotes\", back\\slash\nand a second line.",
        ["call"] = "<tool_call>\n{\"name\": \"get_weather\", \"arguments\": {\"city\": \"Paris\"}}\n</tool_call>",
        ["after-tool"] = "It is sunny.",
    };

    [SkippableFact]
    public async Task It_says_texts_and_calls_tools_by_their_scripts()
    {
        Requirement.Root();
        Requirement.Program("debootstrap", "debootstrap");
        using var server = await ScriptedServer.StartAsync(Scripts);

        var said = await AskAsync(server, "SCRIPT:text");
        var called = await AskAsync(server, "SCRIPT:call");

        Assert.Equal(Scripts["text"], said.GetProperty("content").GetString());
        var function = called.GetProperty("tool_calls")[0].GetProperty("function");
        Assert.Equal("get_weather", function.GetProperty("name").GetString());
        Assert.Equal("Paris", JsonDocument.Parse(function.GetProperty("arguments").GetString()!).RootElement.GetProperty("city").GetString());
    }

    [SkippableFact]
    public async Task It_refuses_a_system_message_amid_the_conversation_as_many_models_do()
    {
        Requirement.Root();
        Requirement.Program("debootstrap", "debootstrap");
        using var server = await ScriptedServer.StartAsync(Scripts);
        using var client = new HttpClient();
        var late = new
        {
            model = "scripted",
            messages = new[]
        {
            new { role = "user", content = "SCRIPT:text" },
            new { role = "system", content = "mind" },
        }
        };

        using var answer = await client.PostAsJsonAsync(new Uri(server.Url, "/v1/chat/completions"), late);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Contains("System message must be at the beginning", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonElement> AskAsync(ScriptedServer server, string prompt)
    {
        using var client = new HttpClient();
        var tool =
            new
            {
                type = "function",
                function = new
                {
                    name = "get_weather",
                    parameters = new { type = "object", properties = new { city = new { type = "string" } }, required = new[] { "city" } },
                },
            };
        var request = new { model = "scripted", messages = new[] { new { role = "user", content = prompt } }, tools = new[] { tool } };
        using var answer = await client.PostAsJsonAsync(new Uri(server.Url, "/v1/chat/completions"), request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("choices")[0].GetProperty("message");
    }
}
