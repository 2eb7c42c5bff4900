using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>What <c>output_config</c> asks of the response.</summary>
internal readonly record struct OutputConfig(JsonText Effort, JsonValue Schema);
