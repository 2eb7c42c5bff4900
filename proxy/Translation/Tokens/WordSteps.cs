namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>
/// How words, numbers and runs of mixed letters and digits go on. Words have capitals at the beginning of their humps and digits at their end; what
/// changes twice in another way is no word, and six small letters in a row are one again.
/// </summary>
internal static class WordSteps
{
    /// <summary>A shorter hump is unlikely in a word.</summary>
    private const int ShortestHump = 3;
    private const int SmallInMixed = 5;
    private const int MostCapitals = 5;
    private const int DigitsPerToken = 3;

    public static TextStep Next(TextState from, ByteKind kind) => kind switch
    {
        ByteKind.Capital => Capital(from),
        ByteKind.Digit => Digit(from),
        ByteKind.RareSmall => Rare(Small(from)),
        _ => Small(from),
    };

    public static TextStep Accent(TextState from) => new(
        new TextState(Run.Accented, Math.Min(TextState.MaxLength, from.Length + 1)), TokenWeights.First(Run.Accented, Preceding.Word));

    private static TextStep Small(TextState from) => from.Run switch
    {
        Run.Small or Run.Accented => TextStep.Continue(from, from.Run, TextState.MaxLength),
        Run.StirredSmall or Run.MixedSmall when from.Length == SmallInMixed =>
            new TextStep(new TextState(Run.Small, SmallInMixed + 1), TokenWeights.Next(from.Run, SmallInMixed + 1)),
        Run.StirredSmall or Run.MixedSmall => TextStep.Continue(from, from.Run, SmallInMixed),
        Run.Capital or Run.StirredCapital when from.Length == 1 => AfterCapital(from.Run == Run.Capital ? Run.Small : Run.StirredSmall),
        Run.Capital => AfterCapital(Run.StirredSmall),
        Run.StirredCapital => new TextStep(new TextState(Run.MixedSmall), TokenWeights.AfterCapitals),
        Run.MixedCapital when from.Length > 1 => new TextStep(new TextState(Run.MixedSmall), TokenWeights.AfterCapitals),
        Run.Digit => TextStep.Begin(from, Run.StirredSmall),
        Run.StirredDigit or Run.MixedCapital or Run.MixedDigit or Run.MixedSign => TextStep.Begin(from, Run.MixedSmall),
        _ => TextStep.Begin(from, Run.Small),
    };

    /// <summary>The second letter of a word.</summary>
    private static TextStep AfterCapital(Run run) => new(new TextState(run, 2), TokenWeights.Next(Run.Small, 2));

    private static TextStep Rare(TextStep step) => step.Next.Run is Run.Small or Run.StirredSmall
        ? new TextStep(step.Next, step.Weight + TokenWeights.RareLetter)
        : step;

    private static TextStep Capital(TextState from) => from.Run switch
    {
        Run.Small => TextStep.Begin(from, from.Length < ShortestHump ? Run.StirredCapital : Run.Capital),
        Run.StirredSmall => TextStep.Begin(from, from.Length < ShortestHump ? Run.MixedCapital : Run.StirredCapital),
        Run.Digit => TextStep.Begin(from, Run.StirredCapital),
        Run.StirredDigit or Run.MixedSmall or Run.MixedDigit or Run.MixedSign => TextStep.Begin(from, Run.MixedCapital),
        Run.Capital or Run.StirredCapital or Run.MixedCapital => TextStep.Continue(from, from.Run, MostCapitals),
        _ => TextStep.Begin(from, Run.Capital),
    };

    private static TextStep Digit(TextState from) => from.Run switch
    {
        Run.Digit or Run.StirredDigit or Run.MixedDigit => NextDigit(from),
        Run.Small or Run.Capital => TextStep.Begin(from, Run.StirredDigit),
        Run.StirredSmall or Run.StirredCapital or Run.MixedSmall or Run.MixedCapital or Run.MixedSign => TextStep.Begin(from, Run.MixedDigit),
        _ => TextStep.Begin(from, Run.Digit),
    };

    /// <summary>Numbers are cut into groups.</summary>
    private static TextStep NextDigit(TextState from) =>
        new(new TextState(from.Run, (from.Length % DigitsPerToken) + 1), TokenWeights.Next(from.Run, from.Length + 1));
}
