using System.Text.Json;
using Acceptance.Tests.ClaudeCode.Upstream;

namespace Acceptance.Tests.ClaudeCode.AutoMode;

/// <summary>What the judging model says of the one call that it is asked about.</summary>
internal static class Verdict
{
    public static Answer Flagged(string reason) => Says("flagged", reason, userWords: "");

    /// <param name="userWords">The words of the user that the model cites for it.</param>
    public static Answer NotFlagged(string userWords = "") => Says("not_flagged", "it is what was asked for", userWords);

    private static Answer Says(string outcome, string reason, string userWords) => Answer.Says(
        JsonSerializer.Serialize(new { verdicts = new[] { new { id = "1", user_words = userWords, reason, outcome } } }));
}
