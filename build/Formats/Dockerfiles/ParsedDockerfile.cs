using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>
/// What the parser made of a text: a Dockerfile, or the places where it is none. Both when the instructions can be read and yet no builder
/// accepts them (<c>ONBUILD FROM</c>): linters judge such a file, builders must refuse it.
/// </summary>
internal sealed record ParsedDockerfile(Dockerfile? Dockerfile, ImmutableArray<SyntaxError> Errors);

/// <summary>Where and why a text is not a Dockerfile; <see cref="Line"/> and <see cref="Column"/> are 1-based.</summary>
internal sealed record SyntaxError(int Line, int Column, string Message);
