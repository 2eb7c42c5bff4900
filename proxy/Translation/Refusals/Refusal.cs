using ClaudeCodeProxy.Providers.Models;

namespace ClaudeCodeProxy.Translation.Refusals;

/// <summary>That an upstream refused a part of a request without which it would respond.</summary>
/// <param name="what">In a word or two, for the log.</param>
/// <param name="lesson">What is known of the model now.</param>
/// <param name="isLasting">It holds for later requests too.</param>
internal sealed class Refusal(string what, ModelTraits lesson, bool isLasting = true)
{
    public string What => what;

    public ModelTraits Lesson => lesson;

    public bool IsLasting => isLasting;
}
