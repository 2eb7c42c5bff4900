using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Gates.Inputs;

/// <summary>Which files are Dockerfiles by their names, or may be and are told by their text.</summary>
internal static partial class DockerfileNames
{
    /// <summary>Programs about Dockerfiles, which are no input unless they can be read as one.</summary>
    private static readonly string[] SourceCode =
    [
        ".cs", ".go", ".java", ".js", ".jsx", ".kt", ".mjs", ".cjs", ".php", ".py", ".pyc", ".rb", ".rs", ".scala", ".swift", ".ts", ".tsx",
        ".vue", ".c", ".cpp", ".h", ".svg", ".png", ".snap", ".lua", ".ex", ".exs", ".hs", ".vim", ".el",
    ];

    /// <summary>Documents, data and templates.</summary>
    private static readonly string[] OtherText =
    [
        ".md", ".markdown", ".rst", ".txt", ".adoc", ".html", ".json", ".xml", ".yaml", ".yml", ".toml", ".log", ".sh", ".bats", ".csv",
        ".j2", ".jinja", ".jinja2", ".tmpl", ".tpl", ".template", ".in", ".erb", ".ejs", ".mustache", ".hbs", ".gotmpl", ".m4",
        ".jsonnet", ".patch", ".diff", ".swp",
    ];

    public static DockerfileName KindOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (!Mentions().IsMatch(name) || name.EndsWith(".dockerignore", StringComparison.OrdinalIgnoreCase))
            return DockerfileName.Other;
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var parts = name.Split('.');
        return SourceCode.Contains(extension) ? DockerfileName.SourceCode
            : OtherText.Contains(extension) ? DockerfileName.Document
            : IsKind(parts[0]) || IsKind(parts[^1]) ? DockerfileName.Dockerfile
            : DockerfileName.Similar;
    }

    /// <summary>Whether a text that may be anything is a Dockerfile: all of it can be read, and it begins like one.</summary>
    public static bool IsByText(DockerfileSource source) => source.Parsed.Errors.IsEmpty && BeginsLikeOne(source);

    /// <summary>The first instruction is one with which Dockerfiles begin, whatever follows.</summary>
    public static bool BeginsLikeOne(DockerfileSource source) => FirstInstruction().IsMatch(source.Text);

    private static bool IsKind(string part) => Exact().IsMatch(part);

    [GeneratedRegex("dockerfile|containerfile", RegexOptions.IgnoreCase)]
    private static partial Regex Mentions();

    [GeneratedRegex(@"^(dockerfile|containerfile)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Exact();

    [GeneratedRegex(@"\A\uFEFF?([ \t]*(#[^\n]*)?\r?\n)*[ \t]*(FROM|ARG)[ \t\\`]", RegexOptions.IgnoreCase)]
    private static partial Regex FirstInstruction();
}

/// <summary>What a file's name says.</summary>
internal enum DockerfileName
{
    /// <summary>Nothing of Dockerfiles.</summary>
    Other,

    /// <summary><c>Dockerfile</c>, <c>Dockerfile.dev</c>, <c>api.Dockerfile</c>: one, even if it cannot be read.</summary>
    Dockerfile,

    /// <summary><c>Dockerfile-dev</c>, <c>dockerfile_gpu</c>, <c>MyDockerfile</c>: one that begins like one.</summary>
    Similar,

    /// <summary><c>Dockerfile.md</c>, <c>Dockerfile.j2</c>: one if all of it can be read.</summary>
    Document,

    /// <summary><c>Dockerfile.cs</c>: one if all of it can be read, and nothing to speak of else.</summary>
    SourceCode,
}
