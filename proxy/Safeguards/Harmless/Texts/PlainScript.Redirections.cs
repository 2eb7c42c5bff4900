namespace ClaudeCodeProxy.Safeguards.Harmless.Texts;

// Redirections and here-documents.
internal sealed partial class PlainScript
{
    private void ReadRedirection(bool isNested)
    {
        if (_why is not null)
            return;
        if (_word >= 0)
            EndSource();
        if (_testEnd is not null)
            Refuse("an operator inside a test is not followed");
        if (Peek() == '<' && Peek(1) == '(')
        {
            ReadProcess();
            return;
        }

        var operation = Operator();
        _at += operation.Length;
        // No command begins behind it, but the words before still count.
        if (operation is "<<" or "<<-")
            BeginDocument(isNested, operation.Length == 3);
        else if (operation == ">&" && !(Peek() is '1' or '2' && EndsWord(1) && Peek(1) is not ('<' or '>' or '(')))
            Refuse("where a descriptor is sent is not clear");
        else if (operation.Length == 0 || Peek() == '(')
            Refuse("this kind of redirection is not followed");
    }

    // `2>`: the number belongs to the redirection, and must be one digit.
    private void EndSource()
    {
        var source = text.AsSpan(_word, _at - _word);
        if (source.IndexOfAnyExceptInRange('0', '9') >= 0)
            EndWord();
        else if (source.Length > 1 || source[0] > '2')
            Refuse("a descriptor other than 0, 1 and 2 is redirected");
        else
            _word = -1;
    }

    private string Operator()
    {
        var rest = text.AsSpan(_at);
        foreach (var known in (ReadOnlySpan<string>)["<<<", "<<-", "<<", "<", "&>>", "&>", ">>", ">|", ">&", ">"])
        {
            if (rest.StartsWith(known, StringComparison.Ordinal))
                return (known == "<" && rest.Length > 1 && rest[1] is '>' or '&') ? "" : known;
        }

        return "";
    }

    private void ReadProcess()
    {
        if (_document is not null)
            Refuse("a substitution stands beside a here-document");
        BeginWord();
        _at += 2;
        ReadList(isNested: true);
        if (!EndsWord(0))
            Refuse("a substitution is a part of a word");
    }

    private void BeginDocument(bool isNested, bool stripsTabs)
    {
        while (Peek() is ' ' or '\t')
            _at++;
        var quote = Peek() is '\'' or '"' ? Peek() : '\0';
        var start = quote == '\0' ? _at : ++_at;
        while (PlainCharacters.IsName(Peek()))
            _at++;
        var delimiter = text[start..Math.Min(_at, text.Length)];
        if (quote != '\0' && Peek() == quote)
            _at++;
        else if (quote != '\0')
            delimiter = "";
        if (isNested || _document is not null || delimiter.Length == 0 || !EndsWord(0))
            Refuse("this here-document is not followed");
        // The blank tells its text apart: no delimiter holds one.
        _document = quote == '\0' ? $" {delimiter}" : delimiter;
        _stripsTabs = stripsTabs;
    }

    private void ReadDocument()
    {
        var (isExpanded, delimiter) = (_document![0] == ' ', _document.TrimStart(' '));
        _document = null;
        while (_at < text.Length)
        {
            var end = text.IndexOf('\n', _at);
            var line = text.AsSpan(_at, (end < 0 ? text.Length : end) - _at);
            _at = end < 0 ? text.Length : end + 1;
            if (_stripsTabs)
                line = line.TrimStart('\t');
            if (line.SequenceEqual(delimiter))
                return;
            if (line.TrimEnd().SequenceEqual(delimiter))
                Refuse("a here-document ends in an unusual way");
            if (isExpanded && line.IndexOfAny('$', '`', '\\') >= 0)
                Refuse("a here-document without quotes is expanded");
        }

        Refuse("a here-document does not end");
    }
}
