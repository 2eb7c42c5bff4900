using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>Finds steps that take code of others: a checkout of an expression, or of a pull request by hand.</summary>
internal static partial class UntrustedCheckout
{
    private static readonly string[] Choices = ["ref", "repository"];

    public static IEnumerable<Hit> In(WorkflowStep step) => [.. Checkouts(step.Value), .. ByHand(step)];

    private static IEnumerable<Hit> Checkouts(LocatedValue step) =>
        from key in step["uses"]?.Text?.StartsWith("actions/checkout@", StringComparison.OrdinalIgnoreCase) == true ? Choices : []
        let value = step["with"]?[key]
        where value?.Text is { } text && (PullRequest().IsMatch(text) || Expressions.In(text).Any(expression => !OwnCode().IsMatch(expression.Body)))
        select new Hit(value!.Line, $"{key}: {value.Text}");

    private static IEnumerable<Hit> ByHand(WorkflowStep step) =>
        from script in step.ProgramTexts
        from taken in PullRequest().Matches(script.Text!)
        select new Hit(script.Line + script.Text.AsSpan(0, taken.Index).Count('\n'), taken.Value);

    [GeneratedRegex(@"\bgh\s+pr\s+checkout\b|\bpull/[^\s/]+/(head|merge)\b|\brefs/pull/", RegexOptions.IgnoreCase)]
    private static partial Regex PullRequest();

    [GeneratedRegex(
        @"^\s*github\s*\.\s*(sha|repository|ref_protected|base_ref"
        + @"|event\s*\.\s*repository\s*\.\s*(default_branch|full_name)|event\s*\.\s*pull_request\s*\.\s*base(\s*\.\s*\w+)*)\s*\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex OwnCode();
}
