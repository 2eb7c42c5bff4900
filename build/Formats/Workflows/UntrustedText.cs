using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>
/// Finds expressions whose value others choose: a branch's name, a pull request's title. In a script it becomes part of the program.
/// </summary>
internal static partial class UntrustedText
{
    /// <returns>The untrusted contexts, as the expression names them, each with its position in the text.</returns>
    public static IEnumerable<(string Context, int Position)> In(string text, IReadOnlySet<string> untrustedVariables) =>
        from expression in Expressions.In(text)
        let body = Literal().Replace(Index().Replace(expression.Body, ".${name}"), "''")
        from context in Context().Matches(body)
        where context.Groups["env"] is not { Success: true, Value: var name } || untrustedVariables.Contains(name)
        select (Blank().Replace(context.Value, "").TrimEnd('.'), expression.Position);

    /// <summary>The variables that hold such a value, so that <c>${{ env.TITLE }}</c> is one too.</summary>
    public static HashSet<string> Variables(WorkflowStep step)
    {
        var untrusted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // From the outermost on: an inner one may be made of an outer one.
        foreach (var variable in step.Scopes.Reverse().SelectMany(scope => scope["env"]?.Members ?? []))
        {
            if (In(variable.Value.Text ?? "", untrusted).Any())
                untrusted.Add(variable.Name);
        }

        return untrusted;
    }

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
