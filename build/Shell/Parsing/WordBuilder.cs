using System.Text;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>A word under construction.</summary>
internal sealed class WordBuilder
{
    private readonly StringBuilder _text = new();
    private List<ShellSubstitution>? _substitutions;
    private List<WordPart>? _parts;
    private int _inParts;
    private bool _literal = true;

    /// <summary>What is appended stands in double quotes.</summary>
    public bool IsQuoted { get; set; }

    public void AppendLiteral(ReadOnlySpan<char> text) => _text.Append(text);

    public void AppendLiteral(char character) => _text.Append(character);

    /// <summary>Appends text that is shown otherwise than it is.</summary>
    public void AppendLiteral(string shown, string value)
    {
        Add(new WordPart(WordPartKind.Literal, value, true));
        Show(shown);
    }

    /// <summary>Appends what only a run can say, in a readable form.</summary>
    public void AppendUnknown(string shown)
    {
        _literal = false;
        Add(new WordPart(WordPartKind.Unknown, shown, IsQuoted));
        Show(shown);
    }

    public void AppendVariable(WordPart variable, string shown)
    {
        _literal = false;
        variable.IsQuoted = IsQuoted;
        Add(variable);
        Show(shown);
    }

    public void AppendSubstitution(SubstitutionKind kind, ShellPipeline[] pipelines, string shown)
    {
        _literal = false;
        var substitution = new ShellSubstitution(kind, pipelines);
        Add(new WordPart(WordPartKind.Substitution, "", IsQuoted) { Substitution = substitution });
        Show(shown);
        if (pipelines.Length > 0)
            (_substitutions ??= []).Add(substitution);
    }

    public void Append(ShellWord word)
    {
        _literal &= word.IsLiteral;
        if (!word.IsLiteral)
        {
            foreach (var part in word.Parts)
                Add(part);
        }

        _text.Append(word.Text);
        AppendCommandsOf(word);
        if (!word.IsLiteral)
            _inParts = _text.Length;
    }

    /// <summary>Appends something whose text only a run can say, with the commands inside it.</summary>
    public void AppendUnknown(ShellWord inner, string shown)
    {
        AppendUnknown(shown);
        foreach (var part in inner.Parts)
        {
            if (part.Kind != WordPartKind.Literal)
                Add(part);
        }

        AppendCommandsOf(inner);
    }

    /// <summary>Adds the commands inside a word that is no part of this one.</summary>
    public void AppendCommandsOf(ShellWord word)
    {
        if (word.Substitutions.Length > 0)
            (_substitutions ??= []).AddRange(word.Substitutions);
    }

    public ShellWord ToWord()
    {
        if (_parts is null)
            return new(_text.ToString(), _literal, Substitutions());
        Flush();
        return new(_text.ToString(), _literal, Substitutions()) { Parts = [.. _parts] };
    }

    private ShellSubstitution[] Substitutions() => _substitutions is null ? [] : [.. _substitutions];

    private void Add(WordPart part)
    {
        Flush();
        _parts!.Add(part);
    }

    private void Show(string text)
    {
        _text.Append(text);
        _inParts = _text.Length;
    }

    private void Flush()
    {
        _parts ??= [];
        if (_text.Length > _inParts)
            _parts.Add(new WordPart(WordPartKind.Literal, _text.ToString(_inParts, _text.Length - _inParts), IsQuoted));
        _inParts = _text.Length;
    }
}
