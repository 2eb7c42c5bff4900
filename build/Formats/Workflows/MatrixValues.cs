using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>Fills in what a step's text takes from its job's matrix, as far as the file says what that is.</summary>
internal static partial class MatrixValues
{
    private const int Most = 200;

    /// <returns>The text once for each value; expressions that are not known stay.</returns>
    public static IEnumerable<string> Fill(WorkflowStep step, string text)
    {
        IEnumerable<string> filled = [Workspace().Replace(text, "")];
        foreach (var name in Expression().Matches(text).Select(match => match.Groups["name"].Value).Distinct())
        {
            var values = ValuesOf(step, name.Split('.')).Distinct().ToList();
            if (values.Count > 0)
            {
                filled = filled
                    .SelectMany(each => values.Select(value =>
                        Expression().Replace(each, match => match.Groups["name"].Value == name ? value : match.Value)))
                    .Take(Most);
            }
        }

        return filled;
    }

    private static IEnumerable<string> ValuesOf(WorkflowStep step, string[] name)
    {
        if (step.Scopes.Select(scope => scope["strategy"]?["matrix"]).FirstOrDefault(found => found is not null) is not { } matrix)
            return [];
        var items = (matrix[name[0]]?.OneOrMore() ?? [])
            .Concat((matrix["include"]?.Items ?? []).Select(item => item[name[0]]).OfType<LocatedValue>());
        return items.Select(item => name.Skip(1).Aggregate<string, LocatedValue?>(item, (value, part) => value?[part])?.Text).OfType<string>();
    }

    [GeneratedRegex(@"\$\{\{\s*matrix\.(?<name>[\w.-]+)\s*\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\$\{\{\s*github\.(workspace|action_path)\s*\}\}/?")]
    private static partial Regex Workspace();
}
