using System.Text.RegularExpressions;

namespace ContainerSecurity.Misconfiguration.Workflows;

/// <summary>Finds expressions whose value somebody else chooses: a branch's name, a pull request's title. Written into a script, it becomes part of the program.</summary>
internal static partial class OutsideText
{
    /// <returns>The contexts that are from outside, as the expression names them, each with its position in the text.</returns>
    public static IEnumerable<(string Context, int Position)> In(string text, IReadOnlySet<string> outsideVariables) =>
        from expression in Expression().Matches(text)
        let body = Literal().Replace(Index().Replace(expression.Groups["body"].Value, ".${name}"), "''")
        from context in Context().Matches(body)
        where context.Groups["env"] is not { Success: true, Value: var name } || outsideVariables.Contains(name)
        select (Blank().Replace(context.Value, "").TrimEnd('.'), expression.Index);

    /// <summary>The variables that hold such a value, so that <c>${{ env.TITLE }}</c> is one too.</summary>
    public static HashSet<string> Variables(WorkflowStep step) => step.Scopes
        .SelectMany(scope => scope["env"]?.Members ?? [])
        .Where(variable => In(variable.Value.Text ?? "", new HashSet<string>()).Any())
        .Select(variable => variable.Name)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\$\{\{(?<body>.*?)\}\}", RegexOptions.Singleline)]
    private static partial Regex Expression();

    [GeneratedRegex(@"\[\s*'(?<name>[A-Za-z_][A-Za-z0-9_-]*)'\s*\]")]
    private static partial Regex Index();

    [GeneratedRegex("'(?:[^']|'')*'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    // `github` alone, or with an index that is computed, is all of it.
    [GeneratedRegex(
        @"(?<![\w.-])(?:github\s*\.\s*(?:event|head_ref|base_ref|ref|ref_name)(?![\w-])(?:\s*\.\s*[\w*-]+)*|github(?!\s*\.\s*[A-Za-z_])(?![\w-])"
        + @"|inputs(?:\s*\.\s*[\w*-]+)*(?![\w-])|env\s*\.\s*(?<env>[\w-]+))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Context();
}
