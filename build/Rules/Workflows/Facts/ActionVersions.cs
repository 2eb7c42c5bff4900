using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>Reads which version of an action a step uses: from its tag, or from the comment behind a commit.</summary>
internal static partial class ActionVersions
{
    /// <returns>Null where neither says it.</returns>
    public static int? MajorOf(WorkflowStep step, Workflow workflow) =>
        step.Value["uses"] is { Text: { } text } uses
        && Version().Match(Tag().IsMatch(text) ? text.Split('@')[1] : workflow.Comments.GetValueOrDefault(uses.Line, "")) is { Success: true } version
            ? int.Parse(version.Groups["major"].Value)
            : null;

    [GeneratedRegex("@v?[0-9]{1,4}([.][0-9]+)*$")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(^|[\s=@])v?(?<major>[0-9]{1,4})([.][0-9]+)*\b")]
    private static partial Regex Version();
}
