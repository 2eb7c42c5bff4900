namespace Acceptance.Tests.ClaudeCode;

/// <summary>One version of Claude Code, its proxy, and its conversations with the model server.</summary>
/// <param name="Session">
/// Always in the same folder, whose path stands early in every prompt: elsewhere the server would read everything after it again.
/// </param>
/// <param name="Note">What a person should know of the version; null for nothing.</param>
internal sealed record ModelServerScene(ClaudeCodeScene Scene, ClaudeCodeSession Session, string? Note) : IDisposable
{
    public async Task<Transcript> PlayAsync(string prompt)
    {
        var before = Scene.Log.Length;
        var shown = await Session.AskAsync(prompt, "--output-format", "stream-json", "--verbose");
        return new Transcript(shown, Scene.Log[before..]);
    }

    public void Dispose() => Scene.Dispose();
}
