using System.Collections.Immutable;
using System.Text;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>Goes once over the lines: directives, comments, continuations, here-documents. <see cref="InstructionReader"/> does the rest.</summary>
/// <param name="before">How many of the lines are no part of the Dockerfile.</param>
internal sealed class DockerfileReader(ImmutableArray<string> lines, int before = 0)
{
    // BuildKit reads with a buffer of 64 KiB and gives up on a longer line.
    private const int LongestLine = 65535;

    private readonly ParserDirectives _directives = new();
    private int _read = before;

    public char Escape => _directives.Escape;

    public List<Instruction> Instructions { get; } = [];

    public IReadOnlyList<ParserDirective> Directives => _directives.Found;

    public List<int> EmptyContinuations { get; } = [];

    public List<Comment> Comments { get; } = [];

    public SyntaxErrors Errors { get; } = new();

    public void ReadAll()
    {
        while (_read < lines.Length && NextLine() is { } line)
            ReadInstructionAt(line);
        if (Instructions.Count == 0 && !Errors.Fatal)
            Errors.Refuse(Math.Max(lines.Length, 1), 1, "there is no instruction in this file");
    }

    private void ReadInstructionAt(string first)
    {
        var text = first.TrimStart();
        if (_directives.Read(text, _read) is { } wrong)
            Errors.Refuse(_read, 1, wrong);
        if (SourceLines.IsComment(text))
            AddComment(text);
        else if (text.Length > 0)
            AddInstruction(Join(text, first.Length - text.Length + 1));
    }

    private void AddInstruction(LogicalLine line)
    {
        var instruction = InstructionReader.Read(line, Escape, Errors);
        Instructions.Add(HereDocumentWord.CanFollow(instruction) ? WithHereDocuments(instruction, line) : instruction);
    }

    private LogicalLine Join(string first, int column)
    {
        var (start, text) = (_read, new StringBuilder());
        var (continues, hasEmpty) = (AppendPart(text, first), false);
        while (continues && _read < lines.Length && NextLine() is { } line)
        {
            if (SourceLines.IsComment(line))
                AddComment(line.TrimStart());
            else if (string.IsNullOrWhiteSpace(line))
                hasEmpty = true;
            else
                continues = AppendPart(text, line);
        }

        if (hasEmpty)
            EmptyContinuations.Add(_read);
        return new LogicalLine(start, _read, column, text.ToString());
    }

    /// <returns>Whether the line ends in the escape character, which then is dropped; an escaped escape character does not continue a line.</returns>
    private bool AppendPart(StringBuilder text, string line)
    {
        var trimmed = line.AsSpan().TrimEnd(" \t");
        var continues = trimmed.EndsWith([Escape]) && (trimmed.Length == 1 || trimmed[^2] != Escape);
        text.Append(continues ? trimmed[..^1] : line);
        return continues;
    }

    private Instruction WithHereDocuments(Instruction instruction, LogicalLine line)
    {
        var documents = ImmutableArray.CreateBuilder<HereDocument>();
        foreach (var word in HereDocumentWord.FindAll(line.Text))
        {
            if (ReadHereDocument(word) is not { } document)
            {
                Errors.Refuse(line.Line, line.Column, $"the here-document `{word.Name}` never ends: no line holds just `{word.Name}`");
                break;
            }

            documents.Add(document);
        }

        return WithHereDocuments(instruction, documents.ToImmutable());
    }

    private Instruction WithHereDocuments(Instruction instruction, ImmutableArray<HereDocument> documents) => instruction with
    {
        HereDocuments = documents,
        EndLine = _read,
        Triggered = instruction.Triggered is { } inner ? WithHereDocuments(inner, documents) : null,
    };

    private HereDocument? ReadHereDocument(HereDocumentWord word)
    {
        var (first, content) = (_read + 1, new StringBuilder());
        while (_read < lines.Length && NextLine() is { } line)
        {
            if ((word.StripTabs ? line.TrimStart('\t') : line) == word.Name)
                return new HereDocument(word.Name, word.StripTabs, word.Expand, content.ToString(), first);
            content.Append(lines[_read - 1]);
        }

        return null;
    }

    private string? NextLine()
    {
        var line = lines[_read++];
        if (line.Length <= LongestLine && Encoding.UTF8.GetByteCount(line) <= LongestLine + 1)
            return SourceLines.WithoutEnd(line);
        Errors.Refuse(_read, 1, $"this line is longer than {LongestLine} bytes, more than a builder reads");
        _read = lines.Length;
        return null;
    }

    private void AddComment(string text) => Comments.Add(new Comment(_read, text[1..]));
}
