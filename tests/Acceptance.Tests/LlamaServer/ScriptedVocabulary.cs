namespace Acceptance.Tests.LlamaServer;

/// <summary>
/// The tokens of a scripted model. Each script is cut into pieces that occur nowhere else, so that every token has one successor and a model
/// that looks at the last token only can say whole scripts. The start token of a script is a control token that the chat template puts at the end of
/// the prompt.
/// </summary>
internal sealed class ScriptedVocabulary
{
    public const int Unknown = 0, Begin = 1, End = 2, FirstByte = 3, FirstMarker = FirstByte + 256;

    private const int PieceLength = 3;

    private static readonly string[] Markers = ["<|user|>", "<|assistant|>", "<|system|>", "<|tool|>"];

    private readonly HashSet<string> _used = [];

    public ScriptedVocabulary(IReadOnlyDictionary<string, string> scripts)
    {
        Tokens.AddRange(["<unk>", "<s>", "</s>"]);
        Tokens.AddRange(Enumerable.Range(0, 256).Select(value => $"<0x{value:X2}>"));
        Tokens.AddRange(Markers);
        Tokens.AddRange(scripts.Keys.Select(StartOf));
        FirstPiece = Tokens.Count;
        foreach (var (name, text) in scripts)
            Chain(Tokens.IndexOf(StartOf(name)), text);
    }

    public List<string> Tokens { get; } = [];

    /// <summary>Tokens before this one are special, bytes, markers and starts; from here on they are text.</summary>
    public int FirstPiece { get; }

    /// <summary>The token that must come after a token; anything else ends the answer.</summary>
    public Dictionary<int, int> Next { get; } = [];

    public static string StartOf(string script) => $"<|say:{script}|>";

    /// <summary>GGUF token types: 1 normal, 2 unknown, 3 control, 6 byte.</summary>
    public IEnumerable<int> Kinds => Tokens.Select((_, token) => token switch
    {
        Unknown => 2,
        < FirstByte => 3,
        < FirstMarker => 6,
        _ => token < FirstPiece ? 3 : 1,
    });

    /// <summary>Scores only decide how text is split into tokens; pieces must never win over bytes by accident of order.</summary>
    public IEnumerable<float> Scores => Tokens.Select((_, token) => token < FirstMarker ? 0f : -1000f - token);

    private void Chain(int start, string text)
    {
        var last = start;
        foreach (var piece in Pieces(text))
        {
            Tokens.Add(piece.Replace(' ', '▁'));
            last = Next[last] = Tokens.Count - 1;
        }

        Next[last] = End;
    }

    private List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(PieceLength, text.Length - at);
            while (at + length < text.Length && _used.Contains(text.Substring(at, length)))
                length++;

            var piece = text.Substring(at, length);
            at += length;
            while (_used.Contains(piece))
            {
                // Only the end of a text can repeat: it is joined to the piece before it.
                _used.Remove(pieces[^1]);
                piece = pieces[^1] + piece;
                pieces.RemoveAt(pieces.Count - 1);
            }

            _used.Add(piece);
            pieces.Add(piece);
        }

        return pieces;
    }
}
