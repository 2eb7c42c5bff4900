using System.Text.RegularExpressions;

namespace Tests.Shared.Architecture;

/// <summary>One C# file: where it is, its namespace, the types that it declares and the names that it says, comments left out.</summary>
internal sealed partial record SourceFile(string Path, string Folder, string Namespace, string Text)
{
    public IReadOnlyList<string> Usings { get; } = [.. UsingPattern().Matches(Text).Select(match => match.Groups[1].Value)];
    public IReadOnlySet<string> Types { get; } = TypePattern().Matches(Text).Select(match => match.Groups[1].Value).ToHashSet();

    /// <summary>Names and names with dots, such as <c>Json.JsonText</c>.</summary>
    public IReadOnlySet<string> Names { get; } = NamePattern().Matches(Text).Select(match => match.Value).ToHashSet();

    /// <summary>The namespaces around its own, the nearest first.</summary>
    public IEnumerable<string> Around
    {
        get
        {
            for (var end = Namespace.LastIndexOf('.'); end > 0; end = Namespace.LastIndexOf('.', end - 1))
                yield return Namespace[..end];
        }
    }

    /// <param name="path">From the program's folder on, with slashes.</param>
    public static SourceFile Parse(string path, string text)
    {
        var code = CommentPattern().Replace(text, "");
        var slash = path.LastIndexOf('/');
        return new SourceFile(path, slash < 0 ? "." : path[..slash], NamespacePattern().Match(code).Groups[1].Value, code);
    }

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex CommentPattern();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespacePattern();

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingPattern();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:struct|class))?)\s+([A-Z]\w*)")]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"\b[A-Z]\w*(?:\.[A-Z]\w*)*")]
    private static partial Regex NamePattern();
}
