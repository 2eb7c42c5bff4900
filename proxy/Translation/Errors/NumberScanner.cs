using System.Globalization;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>
/// Finds the whole numbers of a text that stand for themselves, as 131072 or 131,072: no parts of names (gpt-4o) or of other numbers (0.7).
/// </summary>
internal ref struct NumberScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    public int Start { get; private set; }

    public int End { get; private set; }

    public int Value { get; private set; }

    public bool Next()
    {
        while (true)
        {
            var found = _text[End..].IndexOfAnyInRange('0', '9');
            if (found < 0)
                return false;
            Start = End + found;
            End = Start + DigitsAt(Start);
            while (DigitsAt(End + 1) == 3 && _text[End] == ',')
                End += 4;
            if (StandsAlone() && int.TryParse(_text[Start..End], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
            {
                Value = value;
                return true;
            }
        }
    }

    private readonly int DigitsAt(int start)
    {
        if (start >= _text.Length)
            return 0;
        var length = _text[start..].IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? _text.Length - start : length;
    }

    private readonly bool StandsAlone()
    {
        var isPart = Start > 0 && (IsOfName(_text[Start - 1]) || _text[Start - 1] is '-' or '.');
        return !isPart && (End == _text.Length || !IsOfName(_text[End])) && !(DigitsAt(End + 1) > 0 && _text[End] == '.');
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
