namespace ClaudeCodeProxy.Safeguards.Harmless.Texts;

/// <summary>
/// The part of the shell language whose words and operators bash, zsh, every other shell and our own parser see alike. It says nothing of what a
/// script does. What is not listed here is refused: backticks, arithmetic, arrays, functions, <c>case</c>, extended patterns, most of
/// <c>${…}</c>, here-documents inside substitutions.
/// </summary>
internal sealed partial class PlainScript(string text)
{
    private const int DeepestNesting = 8;
    private const string WordEnds = " \t\n;|&<>()";

    private int _at;
    private int _depth;
    private string? _why;

    // Of the list that is read: where its word begins (negative between words), whether a command may begin, and how a test ends.
    private int _word = -1;
    private bool _isCommand = true;
    private string? _testEnd;
    private string? _document;
    private bool _stripsTabs;

    /// <returns>Why a script is not in that part; null for one that is.</returns>
    public static string? Find(string text)
    {
        if (PlainCharacters.Find(text) is { } unseen)
            return unseen;
        var script = new PlainScript(text);
        script.ReadList(isNested: false);
        return script._why;
    }

    private char Peek(int ahead = 0) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private bool EndsWord(int ahead) => _at + ahead >= text.Length || WordEnds.Contains(text[_at + ahead]);

    private void Refuse(string why)
    {
        _why ??= why;
        _at = text.Length;
    }

    /// <summary>Reads to the end of the text, or to the bracket that closes a substitution.</summary>
    private void ReadList(bool isNested)
    {
        var (word, isCommand, testEnd, document) = (_word, _isCommand, _testEnd, _document);
        (_word, _isCommand, _testEnd, _document) = (-1, true, null, null);
        if (++_depth > DeepestNesting)
            Refuse("commands are nested too deeply");
        var (groups, isClosed) = (0, false);
        while (_why is null && _at < text.Length && !isClosed)
        {
            switch (Peek())
            {
                case '(':
                    groups++;
                    ReadOpening();
                    break;
                case ')':
                    EndWord();
                    _isCommand = false;
                    _at++;
                    isClosed = --groups < 0;
                    break;
                case '\n':
                    EndLine(isNested || groups > 0);
                    break;
                case '#' when _word < 0:
                    ReadComment(isNested);
                    break;
                case '<' or '>':
                    ReadRedirection(isNested || groups > 0);
                    break;
                default:
                    ReadOther();
                    break;
            }
        }

        EndWord();
        if (isClosed != isNested || (groups > 0 && !isClosed) || _testEnd is not null || _document is not null)
            Refuse("a bracket, a test or a here-document is not closed");
        _depth--;
        (_word, _isCommand, _testEnd, _document) = (word, isCommand, testEnd, document);
    }

    private void ReadOther()
    {
        switch (Peek())
        {
            case ' ' or '\t':
                EndWord();
                _at++;
                break;
            case ';' or '|' or '&':
                ReadOperator();
                break;
            case '\'':
                ReadSingleQuotes();
                break;
            case '"':
                ReadDoubleQuotes();
                break;
            case '\\':
                ReadEscape();
                break;
            case '$':
                ReadDollar(isQuoted: false);
                break;
            default:
                ReadCharacter();
                break;
        }
    }

    private void BeginWord()
    {
        if (_word < 0)
            _word = _at;
    }

    private void EndWord()
    {
        if (_word < 0 || _why is not null)
            return;
        var word = text.AsSpan(_word, _at - _word);
        _word = -1;
        if (_testEnd is not null)
        {
            if (word.SequenceEqual(_testEnd))
                _testEnd = null;
            else if (word[0] == ']')
                Refuse("a test ends in an unusual way");
        }
        else if (word is "[" or "[[")
        {
            _testEnd = word.Length == 1 ? "]" : "]]";
        }

        if (_isCommand && word is "coproc" or "select" or "function" or "time" or "case")
            Refuse($"`{word}` is not followed");
        _isCommand = _isCommand && word is "if" or "then" or "elif" or "else" or "while" or "until" or "do" or "!" or "{";
    }

    private void ReadOpening()
    {
        if (_word >= 0 || _testEnd is not null || Peek(1) == '(' || !_isCommand)
            Refuse("a bracket stands where no group of commands begins");
        _at++;
    }

    private void ReadOperator()
    {
        EndWord();
        var (first, second) = (Peek(), Peek(1));
        if (_testEnd is not null)
            Refuse("an operator inside a test is not followed");
        if (first == ';' && second is ';' or '&')
            Refuse("`case` is not followed");
        if (first == '&' && second == '>')
        {
            ReadRedirection(isNested: false);
            return;
        }

        var length = second == first || (first == '|' && second == '&') ? 2 : 1;
        if (first == '&' && length == 1 && (!EndsWord(1) || Peek(1) is '<' or '>' or '('))
            Refuse("what follows `&` is not clear");
        _at += length;
        _isCommand = true;
    }

    private void EndLine(bool isNested)
    {
        EndWord();
        if (_testEnd is not null)
            Refuse("a test goes over several lines");
        _at++;
        _isCommand = true;
        if (_document is not null)
            ReadDocument();
        else if (isNested && _at >= text.Length)
            Refuse("a bracket is not closed");
    }

    private void ReadComment(bool isNested)
    {
        if (isNested || _testEnd is not null || (_at > 0 && text[_at - 1] is not (' ' or '\t' or '\n' or ';')))
            Refuse("shells disagree where a comment begins");
        while (_at < text.Length && Peek() != '\n')
            _at++;
    }
}
