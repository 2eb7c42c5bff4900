namespace ClaudeCodeProxy.Json;

/// <summary>Cuts elements out of a JSON array, or members out of an object, each with the comma that it no longer needs.</summary>
internal struct ElementCuts(ByteEdits edits)
{
    private int? _firstToGo;
    private int _lastEnd;
    private bool _hasKept;

    public readonly bool HasKept => _hasKept;

    public void Add(bool isKept, int start, int end)
    {
        if (isKept)
            Keep(start, end);
        else
            Cut(start, end);
    }

    public void Keep(int start, int end)
    {
        if (_firstToGo is { } first)
            edits.Cut(first, start);
        _firstToGo = null;
        _hasKept = true;
        _lastEnd = end;
    }

    public void Cut(int start, int end)
    {
        if (_hasKept)
            edits.Cut(_lastEnd, end);
        else
            _firstToGo ??= start;
        _lastEnd = end;
    }

    public readonly void End()
    {
        if (_firstToGo is { } first)
            edits.Cut(first, _lastEnd);
    }
}
