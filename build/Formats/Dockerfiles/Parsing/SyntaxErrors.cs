using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>What is wrong with a text, collected so that one run shows all of it.</summary>
internal sealed class SyntaxErrors
{
    private readonly List<SyntaxError> _errors = [];

    /// <summary>The text cannot be read as a Dockerfile.</summary>
    public bool Fatal { get; private set; }

    public void Refuse(int line, int column, string message)
    {
        Fatal = true;
        _errors.Add(new SyntaxError(line, column, message));
    }

    /// <summary>Readable, but no builder accepts it; Hadolint judges such files, so the lint rules do too.</summary>
    public void Object(int line, int column, string message) => _errors.Add(new SyntaxError(line, column, message));

    public ImmutableArray<SyntaxError> InOrder() => [.. _errors.OrderBy(error => error.Line)];
}
