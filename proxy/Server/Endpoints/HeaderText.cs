namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>
/// What an upstream sends in a header and a client may be sent in one: the server refuses control characters and letters beyond ASCII.
/// </summary>
internal static class HeaderText
{
    public static bool IsPlain(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
