using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Anthropic.ClientTools;
using ClaudeCodeProxy.Providers.Schemas;
using Proxy.Tests.Providers.Schemas;

namespace Proxy.Tests.Anthropic.ClientTools;

public sealed class ClientToolTests
{
    /// <summary>The inputs that Anthropic documents.</summary>
    public static TheoryData<string, string, string> All => new()
    {
        { "bash_20241022", "", "command restart" },
        { "bash_20250124", "", "command restart" },
        { "text_editor_20241022", "view create str_replace insert undo_edit", "command path view_range file_text old_str insert_line new_str" },
        { "text_editor_20250124", "view create str_replace insert undo_edit", "command path view_range file_text old_str insert_line new_str" },
        { "text_editor_20250429", "view create str_replace insert", "command path view_range file_text old_str insert_line new_str" },
        { "text_editor_20250728", "view create str_replace insert", "command path view_range file_text old_str insert_line new_str insert_text" },
        {
            "memory_20250818", "view create str_replace insert delete rename",
            "command path view_range file_text old_str new_str insert_line insert_text old_path new_path"
        },
        {
            "computer_20241022",
            "key type mouse_move left_click left_click_drag right_click middle_click double_click screenshot cursor_position",
            "action coordinate text"
        },
        {
            "computer_20250124",
            "key type mouse_move left_click left_click_drag right_click middle_click double_click screenshot cursor_position left_mouse_down "
            + "left_mouse_up triple_click scroll hold_key wait",
            "action coordinate text start_coordinate scroll_direction scroll_amount duration"
        },
        {
            "computer_20251124",
            "key type mouse_move left_click left_click_drag right_click middle_click double_click screenshot cursor_position left_mouse_down "
            + "left_mouse_up triple_click scroll hold_key wait zoom",
            "action coordinate text start_coordinate scroll_direction scroll_amount duration region"
        },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Its_input_is_what_anthropic_documents(string type, string actions, string inputs)
    {
        var tool = ClientTool.Find(type, hasZoom: true)!;
        using var schema = JsonDocument.Parse(tool.Schema.ToArray());
        var properties = schema.RootElement.GetProperty("properties");
        Assert.Equal(inputs, string.Join(' ', properties.EnumerateObject().Select(property => property.Name)));
        var first = properties.EnumerateObject().First().Value;
        Assert.Equal(actions, first.TryGetProperty("enum", out var all) ? string.Join(' ', all.EnumerateArray()) : "");
        JsonDocument.Parse($"\"{Encoding.UTF8.GetString(tool.Description)}\"").Dispose();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_provider_takes_its_schema(string type, string actions, string inputs)
    {
        var schema = Encoding.UTF8.GetString(ClientTool.Find(type, hasZoom: true)!.Schema);
        Assert.Equal(schema, WrittenSchema.Without(SchemaFeature.BeyondCore, schema));
        Assert.Equal(schema, WrittenSchema.Without(SchemaFeature.BeyondGoogle, schema));
        Assert.NotEqual(actions, inputs);
    }

    [Theory]
    [InlineData("web_search_20250305")]
    [InlineData("code_execution_20260521")]
    [InlineData("computer_toolset_20260801")]
    [InlineData("bash_20991231")]
    [InlineData("bash")]
    public void Other_types_are_none(string type) => Assert.Null(ClientTool.Find(type, hasZoom: false));

    [Fact]
    public void A_computer_enlarges_its_screen_only_where_the_client_can()
    {
        Assert.Same(ClientTool.Find("computer_20250124", hasZoom: true), ClientTool.Find("computer_20251124", hasZoom: false));
        Assert.NotSame(ClientTool.Find("computer_20250124", hasZoom: true), ClientTool.Find("computer_20251124", hasZoom: true));
    }
}
