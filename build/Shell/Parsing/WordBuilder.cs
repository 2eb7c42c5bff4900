using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Parsing;

/// <summary>A word under construction.</summary>
internal sealed class WordBuilder
{
    private readonly StringBuilder _text = new();
    private List<ShellSubstitution>? _substitutions;
    private bool _literal = true;

    public void AppendLiteral(ReadOnlySpan<char> text) => _text.Append(text);

    public void AppendLiteral(char character) => _text.Append(character);

    /// <summary>Appends text that the shell expands, in a readable form.</summary>
    public void AppendExpansion(string text)
    {
        _literal = false;
        _text.Append(text);
    }

    public void AppendSubstitution(SubstitutionKind kind, ImmutableArray<ShellPipeline> pipelines)
    {
        _literal = false;
        if (!pipelines.IsEmpty)
            (_substitutions ??= []).Add(new ShellSubstitution(kind, pipelines));
    }

    public void Append(ShellWord word)
    {
        _literal &= word.IsLiteral;
        _text.Append(word.Text);
        if (!word.Substitutions.IsEmpty)
            (_substitutions ??= []).AddRange(word.Substitutions);
    }

    public ShellWord ToWord() => new(_text.ToString(), _literal, _substitutions is null ? [] : [.. _substitutions]);
}
