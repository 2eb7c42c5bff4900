using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>A Dockerfile on disk: where it is, its text, and what the parser made of it.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
internal sealed record DockerfileSource(string Path, string Text, ParsedDockerfile Parsed)
{
    /// <summary>No Dockerfile is larger.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>It stands in another file, and its lines are that file's.</summary>
    public bool IsInline { get; init; }

    /// <summary>The build contexts that files give it which have it built, relative to the repository; those that are sure first.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>A file that cannot be read: to whoever judges it, it is no Dockerfile.</summary>
    public static DockerfileSource Unreadable(string path, string why) => new(path, "", new ParsedDockerfile(null, [new SyntaxError(1, 1, why)]));
}
