namespace ClaudeCodeProxy.Anthropic.ClientTools;

/// <summary>
/// Mouse, keyboard and screen: the second date added scrolling, holding and waiting, the third an option to look at a part of the screen.
/// </summary>
internal static class ComputerTool
{
    public static readonly ClientTool First = new(Description, [.. Actions, .. Inputs, .. End]);

    public static readonly ClientTool Second = new(
        [.. Description, .. FurtherUse], [.. Actions, .. FurtherActions, .. Inputs, .. FurtherInputs, .. End]);

    public static readonly ClientTool WithZoom = new(
        [.. Description, .. FurtherUse, .. " zoom shows a region of the screen enlarged."u8],
        [.. Actions, .. FurtherActions, .. ",\"zoom\""u8, .. Inputs, .. FurtherInputs, .. Region, .. End]);

    private static ReadOnlySpan<byte> Description =>
        "Uses a computer by mouse, keyboard and screenshots. Take a screenshot first, aim at the centre of what you click on, and look at a "u8
        + "new screenshot for the effect. key presses a key or a combination such as ctrl+s, type writes text."u8;

    private static ReadOnlySpan<byte> FurtherUse => " hold_key and wait take a duration, scroll a direction and an amount."u8;

    private static ReadOnlySpan<byte> Actions =>
        "{\"type\":\"object\",\"properties\":{\"action\":{\"type\":\"string\",\"enum\":[\"key\",\"type\",\"mouse_move\",\"left_click\""u8
        + ",\"left_click_drag\",\"right_click\",\"middle_click\",\"double_click\",\"screenshot\",\"cursor_position\""u8;

    private static ReadOnlySpan<byte> FurtherActions =>
        ",\"left_mouse_down\",\"left_mouse_up\",\"triple_click\",\"scroll\",\"hold_key\",\"wait\""u8;

    private static ReadOnlySpan<byte> Inputs =>
        """]},"coordinate":{"type":"array","items":{"type":"integer"},"description":"[x, y] in pixels from the left and the top: where to """u8
        + """click, move, scroll or end a drag."}"""u8
        + ""","text":{"type":"string","description":"The text to type, the keys to press or hold, or a key to hold while clicking or scrolling."}"""u8;

    private static ReadOnlySpan<byte> FurtherInputs =>
        ""","start_coordinate":{"type":"array","items":{"type":"integer"},"description":"left_click_drag: where it begins."}"""u8
        + ""","scroll_direction":{"type":"string","enum":["up","down","left","right"]}"""u8
        + ""","scroll_amount":{"type":"integer","description":"Clicks of the wheel."}"""u8
        + ""","duration":{"type":"number","description":"Seconds to hold or wait."}"""u8;

    private static ReadOnlySpan<byte> Region =>
        ""","region":{"type":"array","items":{"type":"integer"},"description":"zoom: [left, top, right, bottom] in pixels."}"""u8;

    private static ReadOnlySpan<byte> End => """},"required":["action"]}"""u8;
}
