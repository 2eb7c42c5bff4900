using ContainerSecurity.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContainerSecurity.Formats;

/// <summary>The parts of a YAML text in order; where it is not one document, the error names file and line.</summary>
internal sealed class YamlEvents(string file, string text)
{
    private readonly Parser _parser = new(new StringReader(text));
    private Mark _last = Mark.Empty;

    public ParsingEvent Current => _parser.Current!;

    /// <summary>Goes to the first part of the document; false when there is none.</summary>
    public bool EnterDocument()
    {
        MoveNext();
        MoveNext();
        return Take() is DocumentStart;
    }

    /// <summary>To be called behind the last part of the document.</summary>
    public void LeaveDocument()
    {
        MoveNext();
        if (Take() is DocumentStart)
            throw Wrong(Current, "one document was expected, and here begins a second");
    }

    /// <summary>The current part; the one behind it becomes current.</summary>
    public ParsingEvent Take()
    {
        var taken = Current;
        MoveNext();
        return taken;
    }

    /// <summary>The current part, with which a value or an alias begins.</summary>
    public ParsingEvent TakeValue() => Current is NodeEvent or AnchorAlias
        ? Take()
        // The parser passes over a key that is missing.
        : throw Wrong(_last, "not YAML: a key or a value is missing", null);

    public InputException Wrong(ParsingEvent place, string what) => Wrong(place.Start, what, null);

    private void MoveNext()
    {
        _last = _parser.Current?.End ?? Mark.Empty;
        try
        {
            _parser.MoveNext();
        }
        catch (YamlException broken)
        {
            throw Wrong(broken.Start, $"not YAML: {broken.Message.TrimEnd('.')}", broken);
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            // YamlDotNet's scanner leaves some broken texts with these, without a place.
            throw Wrong(_last, "not YAML. Look for a bracket or a quote that is not closed here or below", broken);
        }
    }

    private InputException Wrong(Mark place, string what, Exception? cause) =>
        InputException.At(file, (int)place.Line, $"{what}. Correct the file and run again.", cause);
}
