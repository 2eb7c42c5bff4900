using System.Text.Json;

namespace Acceptance.Tests.ClaudeCode.Upstream;

/// <summary>A tool call that the scripted model makes.</summary>
/// <param name="Arguments">A JSON object.</param>
internal sealed record Call(string Tool, string Arguments)
{
    public string Id { get; } = $"call_{Guid.NewGuid():N}"[..24];

    public static Call Bash(string command) => With("Bash", new { command, description = "Do what the test asks for" });

    public static Call Read(string file) => With("Read", new { file_path = file });

    public static Call With(string tool, object arguments) => new(tool, JsonSerializer.Serialize(arguments));
}
