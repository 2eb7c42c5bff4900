using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>What <c>output_config</c> asks of the response.</summary>
/// <param name="HasTaskBudget">A number of tokens for the whole task is named, which only Anthropic's models are told.</param>
internal readonly record struct OutputConfig(JsonText Effort, JsonValue Schema, bool HasTaskBudget);
