using System.Text;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>Reads a Dockerfile as BuildKit does (its frontend/dockerfile). Any text is parsed or refused with line and column.</summary>
internal static class DockerfileParser
{
    /// <summary>A file as builders read it: only the byte order mark of UTF-8 is not text to them, and what is not UTF-8 is not an error.</summary>
    public static DockerfileSource Parse(string path, byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        return new DockerfileSource(path, text, Parse(path, text));
    }

    /// <summary>A Dockerfile that stands in another file.</summary>
    /// <param name="firstLine">Where it begins there, 1-based.</param>
    public static DockerfileSource ParseInline(string path, string text, int firstLine) =>
        new(path, text, Parse(path, text, firstLine)) { IsInline = true };

    /// <param name="path">Only carried on, for messages.</param>
    /// <param name="firstLine">The number of the text's first line.</param>
    public static ParsedDockerfile Parse(string path, string text, int firstLine = 1)
    {
        var reader = new DockerfileReader(SourceLines.Split(text, firstLine), firstLine - 1);
        reader.ReadAll();
        var errors = reader.Errors.InOrder();
        return reader.Errors.Fatal
            ? new ParsedDockerfile(null, errors)
            : new ParsedDockerfile(
                new Dockerfile(path, reader.Escape, [.. reader.Instructions], [.. reader.Comments])
                {
                    Stages = StageList.Cut(reader.Instructions),
                    Directives = [.. reader.Directives],
                    EmptyContinuations = [.. reader.EmptyContinuations],
                },
                errors);
    }
}
