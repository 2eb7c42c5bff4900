namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>
/// How texts go on, by byte: the rules that the published patterns of tokenizers cut text at, as far as one byte after the other tells.
/// </summary>
internal static class TextSteps
{
    /// <summary>What may stand before an escape and makes a difference to it, in the order that <see cref="Run.Escape"/> counts.</summary>
    private static readonly TextState[] BeforeEscape =
    [
        new(Run.Line), new(Run.Blank), new(Run.Blank, 2), new(Run.Tab), new(Run.Ruler), new(Run.Sign), new(Run.Sign, 2), new(Run.Small, 2),
    ];

    /// <summary>JSON in JSON: after an escaped backslash n is a line end once more.</summary>
    private static readonly TextState EscapedBackslash = new(Run.Escape, 5);

    public static TextStep Next(TextState from, ByteKind kind) => from.Run == Run.Escape
        ? Escaped(BeforeEscape[from.Length - 1], kind)
        : kind switch
        {
            ByteKind.Trail => new TextStep(from, 0),
            ByteKind.Backslash => new TextStep(new TextState(Run.Escape, 1 + IndexBeforeEscape(from.Preceding)), 0),
            ByteKind.LineEnd => TextStep.Begin(from, Run.Line),
            ByteKind.Blank => TextStep.Continue(from, Run.Blank, 2),
            ByteKind.Tab => TextStep.Continue(from, Run.Tab, 2),
            <= ByteKind.Digit => WordSteps.Next(from, kind),
            <= ByteKind.Sign => Sign(from, Run.Ruler + (kind - ByteKind.Ruler)),
            ByteKind.Latin or ByteKind.Extended when from.Preceding == Preceding.Word => WordSteps.Accent(from),
            ByteKind.Latin => TextStep.Begin(from, Run.Accented),
            _ => Script(from, Run.Greek + (kind - ByteKind.Greek)),
        };

    private static TextStep Escaped(TextState before, ByteKind kind) => kind switch
    {
        ByteKind.SmallN => TextStep.Begin(before, Run.Line),
        ByteKind.SmallT => TextStep.Continue(before, Run.Tab, 2),
        ByteKind.Quote => Sign(before, Run.Quote),
        ByteKind.Backslash => new TextStep(EscapedBackslash, Sign(before, Run.Opening).Weight),
        _ => Next(before, kind),
    };

    private static TextStep Sign(TextState from, Run run)
    {
        if (from.Run is Run.MixedSmall or Run.MixedCapital or Run.MixedDigit && run != Run.Quote)
            return TextStep.Begin(from, Run.MixedSign);
        if (from.Run == Run.Ruler && run == Run.Ruler)
            return TextStep.Continue(from, run, 3);
        if (from.Run is not (Run.Ruler or Run.Opening or Run.Quote or Run.Sign or Run.MixedSign))
            return TextStep.Begin(from, run, from.Run == Run.Blank ? 2 : 1);
        var length = Math.Min(4, from.Length + 1);
        return new TextStep(new TextState(Run.Sign, length), TokenWeights.Next(run == Run.Ruler ? Run.Sign : run, length));
    }

    private static TextStep Script(TextState from, Run run) => TextStep.Continue(from, run, run switch
    {
        Run.Kana => 4,
        Run.Ideograph => 3,
        Run.FullWidth or Run.Typographic or Run.Emoji => 2,
        _ => TextState.MaxLength,
    });

    private static int IndexBeforeEscape(Preceding preceding) => preceding switch
    {
        Preceding.Line => 0,
        Preceding.Blank => 1,
        Preceding.Blanks => 2,
        Preceding.Tab => 3,
        Preceding.Ruler or Preceding.Quote => 4,
        Preceding.Sign => 5,
        Preceding.Signs => 6,
        _ => 7,
    };
}
