namespace ClaudeCodeProxy.Json;

/// <summary>
/// Follows a JSON object that comes in pieces and knows when its last bracket closes. Only brackets and strings are watched, not all of the grammar.
/// </summary>
internal struct ObjectScanner
{
    private int _depth;
    private bool _inString;
    private bool _escaped;

    public ObjectState State { get; private set; }

    /// <summary>What came last is inside a string.</summary>
    public readonly bool IsInString => _inString;

    /// <summary>The last character outside of strings that is not space.</summary>
    public byte LastSign { get; private set; }

    public void Feed(ReadOnlySpan<byte> piece)
    {
        foreach (var value in piece)
        {
            if (_inString)
                FeedString(value);
            else if (value is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                FeedStructure(value);
        }
    }

    private void FeedString(byte value)
    {
        if (_escaped)
            _escaped = false;
        else if (value == '\\')
            _escaped = true;
        else if (value == '"')
            _inString = false;
    }

    private void FeedStructure(byte value)
    {
        if (_depth == 0 && (value != '{' || State != ObjectState.Empty))
        {
            State = ObjectState.Broken;
            return;
        }

        LastSign = value;
        switch (value)
        {
            case (byte)'"': _inString = true; break;
            case (byte)'{' or (byte)'[': _depth++; break;
            case (byte)'}' or (byte)']': _depth--; break;
        }

        State = _depth == 0 ? ObjectState.Closed : ObjectState.Open;
    }
}

/// <summary>How far an object that comes in pieces has come.</summary>
internal enum ObjectState
{
    /// <summary>Nothing but space so far.</summary>
    Empty,

    /// <summary>Begun, not ended.</summary>
    Open,

    /// <summary>Ended, with nothing but space behind.</summary>
    Closed,

    /// <summary>No object, or something behind it.</summary>
    Broken,
}
