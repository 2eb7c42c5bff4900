namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>One byte further in a text.</summary>
/// <param name="next">Where that leads.</param>
/// <param name="weight">How likely a token begins here, in hundredths; some characters are several tokens.</param>
internal readonly struct TextStep(TextState next, int weight)
{
    public TextState Next => next;

    public int Weight => weight;

    public static TextStep Begin(TextState from, Run run, int length = 1) => new(new TextState(run, length), TokenWeights.First(run, from.Preceding));

    public static TextStep Continue(TextState from, Run run, int maxLength)
    {
        if (from.Run != run)
            return Begin(from, run);
        var length = Math.Min(maxLength, from.Length + 1);
        return new TextStep(new TextState(run, length), TokenWeights.Next(run, length));
    }
}
