namespace Proxy.Tests.Translation;

/// <summary>
/// What clients must be told of each error that a real server was seen to answer: status, Anthropic's type, and how the message begins.
/// </summary>
internal static class RecordedErrors
{
    private static readonly Dictionary<(string Server, string Case), (int, string, string)> All = new()
    {
        [("llama-server", "error: prompt too long")] = (400, "invalid_request_error", "prompt is too long: 40005 tokens > 16384 maximum"),
        [("llama-server", "error: image to a text model")] = (400, "invalid_request_error",
            "The upstream's model takes no images: image input is not supported - hint: if this is unexpected, you may need to provide the mmproj"),
        [("llama-server", "error: bad tool schema")] = (400, "invalid_request_error", "The upstream refused the request: "),
        [("llama-server", "error: bad tool_choice")] =
            (400, "invalid_request_error", "The upstream refused the request: Invalid tool_choice: banana"),
        [("llama-server", "error: not JSON")] = (400, "invalid_request_error", "The upstream refused the request: "),
        [("llama-server", "error: empty body")] = (400, "invalid_request_error", "The upstream refused the request: "),
        [("llama-server", "error: array")] = (400, "invalid_request_error", "The upstream refused the request: "),
        [("llama-server", "error: wrong key")] = (401, "authentication_error", "The upstream refused the proxy's own key (401)"),
        [("llama-server", "error: no key")] = (401, "authentication_error", "The upstream refused the proxy's own key (401)"),
        [("llama-server", "error: wrong method")] = (404, "not_found_error", "The upstream knows no such path (404): File Not Found"),
        [("llama-server", "error: unknown path")] = (404, "not_found_error", "The upstream knows no such path (404): File Not Found"),
        [("ollama", "error: no messages")] = (400, "invalid_request_error", "The upstream refused the request: [] is too short - 'messages'"),
        [("ollama", "error: not JSON")] = (400, "invalid_request_error", "The upstream refused the request: unexpected EOF"),
        [("ollama", "error: empty body")] = (400, "invalid_request_error", "The upstream refused the request: EOF"),
        [("ollama", "error: array")] = (400, "invalid_request_error", "The upstream refused the request: json: cannot unmarshal array"),
        [("ollama", "error: no model")] = (400, "invalid_request_error", "The upstream refused the request: model is required"),
        [("ollama", "error: unknown path")] = (404, "not_found_error", "The upstream knows no such path (404): 404 page not found."),
        [("ollama", "error: wrong method")] = (502, "api_error", "The upstream failed (405)."),
        [("ollama", "many parameters")] =
            (400, "invalid_request_error", "The upstream refused the request: think value \"low\" is not supported for this model"),
    };

    public static (int Status, string Type, string Message) Expected(Recording recording) => All[(recording.Server, recording.Case)];
}
