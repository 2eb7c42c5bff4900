namespace ContainerSecurity.Shell.PowerShell;

/// <summary>The position in the text, and what stands between words.</summary>
internal sealed partial class PowerShellReader
{
    private int _at;
    private int _line = 1;

    private char Current => Peek(0);

    private char Peek(int ahead) => _at + ahead < source.Length ? source[_at + ahead] : '\0';

    private bool AtEnd => _at >= source.Length;

    private void Advance(int count = 1)
    {
        for (; count > 0 && !AtEnd; count--)
        {
            if (source[_at++] == '\n')
                _line++;
        }
    }

    private void AdvanceTo(string end, bool including)
    {
        var at = source.IndexOf(end, _at, StringComparison.Ordinal);
        Advance(at < 0 ? source.Length - _at : at - _at + (including ? end.Length : 0));
    }

    private void SkipBlanks(bool alsoLines)
    {
        while (!AtEnd)
        {
            if (Current == '<' && Peek(1) == '#')
                AdvanceTo("#>", including: true);
            else if (Current == '#')
                AdvanceTo("\n", including: false);
            else if (Current == '`' && (Peek(1) == '\n' || (Peek(1) == '\r' && Peek(2) == '\n')))
                Advance(Peek(1) == '\n' ? 2 : 3);
            else if (char.IsWhiteSpace(Current) && (alsoLines || Current != '\n'))
                Advance();
            else
                break;
        }
    }
}
