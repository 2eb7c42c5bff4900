using System.Collections.Immutable;
using ContainerSecurity.Checkout.Globs;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>
/// The rules of a <c>.dockerignore</c>: the last one that matches a path or a folder above it decides (Docker build context, ".dockerignore files").
/// </summary>
internal sealed class DockerIgnore
{
    public const string FileName = ".dockerignore";

    private readonly ImmutableArray<Rule> _rules;

    private DockerIgnore(ImmutableArray<Rule> rules) => _rules = rules;

    public static DockerIgnore Parse(string text) => new([.. text.TrimStart('\ufeff').Split('\n').Select(ParseLine).OfType<Rule>()]);

    /// <summary>A rule takes something back in.</summary>
    public bool HasExceptions => _rules.Any(rule => rule.Includes);

    /// <summary>A rule excludes everything at once.</summary>
    public bool ExcludesAll => _rules.Any(rule => !rule.Includes && rule.Text is "*" or "**" or "**/*");

    /// <returns>The 1-based line that excludes the path; null when nothing does.</returns>
    /// <param name="path">Relative to the context, with <c>/</c>.</param>
    public int? ExcludedBy(string path)
    {
        int? line = null;
        foreach (var rule in _rules.Where(rule => PathAndParents(path).Any(part => rule.Pattern.IsMatch(part))))
            line = rule.Includes ? null : rule.Line;

        return line;
    }

    private static IEnumerable<string> PathAndParents(string path)
    {
        yield return path;
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            yield return path[..slash];
    }

    private static Rule? ParseLine(string line, int index)
    {
        if (line.StartsWith('#'))
            return null;

        var pattern = line.Trim();
        var includes = pattern.StartsWith('!');
        if (includes)
            pattern = pattern[1..].Trim();
        if (pattern.Length == 0)
            return null;

        // A leading slash and `./` mean nothing, since every pattern begins at the root of the context; nothing in it is called `..`.
        if (ImagePath.Normalise(pattern) is not { Length: > 1 } clean)
            return null;

        var glob = Glob.Parse(clean[1..], GlobDialect.DockerIgnore)
            ?? throw new InputException($"{FileName} line {index + 1}: `{line.Trim()}` is not a pattern. Close its brackets.");
        return new Rule(clean[1..], glob, includes, index + 1);
    }

    private sealed record Rule(string Text, Glob Pattern, bool Includes, int Line);
}
