using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Workflows.Expressions;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>The machine of a job, as far as <c>runs-on</c> says it.</summary>
internal sealed partial record JobRunner(WorkflowJob Job)
{
    private LocatedValue? RunsOn => Job.Value["runs-on"];

    /// <summary>Each label with its line, those of the matrix in place of <c>matrix.NAME</c>.</summary>
    public ImmutableArray<LocatedValue> Labels => field.IsDefault ? field = [.. Written().SelectMany(Expand)] : field;

    /// <summary>A group has runners of the owner's own choice.</summary>
    public LocatedValue? Group => RunsOn is { Kind: JsonValueKind.Object } ? RunsOn["group"] : null;

    /// <summary>All runners that it may get, as far as can be seen, have Windows.</summary>
    public bool IsWindows => Labels.Any(IsWindowsName) && Labels.All(label => IsWindowsName(label) || !IsHosted().IsMatch(label.Text!));

    /// <summary>Some runner that it may get has Windows.</summary>
    public bool MayBeWindows => Labels.Any(IsWindowsName);

    private IEnumerable<LocatedValue> Written() => RunsOn is null ? []
        : (RunsOn.Kind == JsonValueKind.Object ? RunsOn["labels"]?.OneOrMore() ?? [] : RunsOn.OneOrMore()).Where(label => label.Text is not null);

    private IEnumerable<LocatedValue> Expand(LocatedValue label)
    {
        var names = Template.In(label.Text!)
            .SelectMany(template => MatrixName().Matches(template.Body))
            .Select(match => match.Groups["name"].Value)
            .ToList();
        return names.Count == 0
            ? [label]
            : names.SelectMany(name => JobMatrix.ValuesOf(Job, name))
                .SelectMany(JobMatrix.TextsIn)
                .Select(value => value with { Text = Template.Fill(label.Text!, (_, _) => value.Text!) });
    }

    private static bool IsWindowsName(LocatedValue label) => label.Text!.Contains("windows", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\bmatrix\s*\.\s*(?<name>[\w-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex MatrixName();

    [GeneratedRegex("ubuntu|macos|linux", RegexOptions.IgnoreCase)]
    private static partial Regex IsHosted();
}
