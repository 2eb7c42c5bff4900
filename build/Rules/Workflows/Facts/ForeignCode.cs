using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows.Expressions;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>Finds steps that take code of others: a checkout of an expression, or of a pull request by hand.</summary>
internal static partial class ForeignCode
{
    private static readonly string[] Choices = ["ref", "repository"];

    public static IEnumerable<Hit> In(StepFacts step)
    {
        var found = Checkouts(step).Concat(ByHand(step));
        return IsGuarded(step) ? found.Select(hit => hit with { Severity = Severity.High }) : found;
    }

    private static IEnumerable<Hit> Checkouts(StepFacts step) =>
        from key in step.Step.Action == "actions/checkout" ? Choices : []
        let value = step.Step.Input(key)
        where value?.Text is not null
        let origin = PullRequest().IsMatch(Template.Fill(value.Text!, "N")) ? Origin.Foreign : OriginOf(value.Text!, step.Scope)
        where origin != Origin.Own
        select new Hit(value.Line, $"{key}: {value.Text}") { Severity = origin == Origin.Unknown ? Severity.High : null };

    private static IEnumerable<Hit> ByHand(StepFacts step) =>
        from program in ProgramInputs.Find(step.Step)
        from line in program.Text.Text!.Split('\n').Index()
        let taken = TakenBy(line.Item, step.Scope)
        where taken is not null
        select new Hit(program.Text.Line + line.Index, taken);

    private static string? TakenBy(string line, ValueScope scope)
    {
        if (line.TrimStart().StartsWith('#'))
            return null;
        var filled = Template.Fill(line, "N");
        if (Printed().IsMatch(filled))
            return null;
        if (PullRequest().Match(filled) is { Success: true } named)
            return named.Value.Trim();
        return Command().Match(line) is { Success: true } command
            && (OriginOf(command.Value, scope) == Origin.Foreign
                || Variable().Matches(command.Value).Any(name => IsForeign(name.Groups["name"].Value, scope)))
            ? command.Value.Trim()
            : null;
    }

    private static bool IsForeign(string variable, ValueScope scope) =>
        variable == "GITHUB_HEAD_REF" || OriginOf($"${{{{ env.{variable} }}}}", scope) == Origin.Foreign;

    /// <summary>Whose commit or repository a text names.</summary>
    private static Origin OriginOf(string text, ValueScope scope) => Template.In(text)
        .SelectMany(template => Conditions.WithParts(Expression.Parse(template.Body)))
        .OfType<Access>()
        .Select(access => OriginOf(access, scope))
        .DefaultIfEmpty(Origin.Own)
        .Max();

    private static Origin OriginOf(Access access, ValueScope scope)
    {
        if (Foreign().IsMatch(access.Name))
            return Origin.Foreign;
        return access.Context switch
        {
            "github" => OwnCode().IsMatch(access.Name) ? Origin.Own : Origin.Foreign,
            "env" when access.Path.Length > 1 => scope.Environments
                .Select(scope.Job.Workflow.EnvironmentOf)
                .Select((environment, level) => (Value: environment.GetValueOrDefault(access.Path[1]), Level: level))
                .Where(found => found.Value?.Text is not null)
                .Select(found => OriginOf(
                    found.Value!.Text!, scope with { Environments = scope.Environments[(found.Level + 1)..], HasStep = false }))
                .DefaultIfEmpty(Origin.Own)
                .First(),
            "steps" or "needs" when access.Path is not [_, _, "result" or "outcome" or "conclusion"] => Origin.Unknown,
            "matrix" => scope.Of(access).By == Chooser.Nobody ? Origin.Own : Origin.Unknown,
            _ => Origin.Own,
        };
    }

    /// <summary>A condition compares the repository of the pull request with this one.</summary>
    private static bool IsGuarded(StepFacts step) =>
        new[] { step.Step.Value["if"], step.Job.Job.Value["if"] }.Any(condition => condition?.Text is { } text && SameRepository().IsMatch(text));

    /// <summary>Words that are shown and go nowhere else.</summary>
    [GeneratedRegex(@"^\s*(echo|printf|write-host|write-output)\s([^`$|;&<>]|\$(?!\())*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Printed();

    [GeneratedRegex(
        @"\b(gh|hub)\s+pr\s+(checkout|co)\b|\bpull/(\$\([^)]*\)|[^\s/]+)/(head|merge)\b|\brefs/pull/"
        + @"|\bpull/[^\s/]+\.(patch|diff)\b.*\bgit\s+(am|apply)\b|\bgh\s+pr\s+diff\b.*\bgit\s+(am|apply)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex PullRequest();

    [GeneratedRegex(
        @"\bgit\b(\s+-\S+(\s+[^-\s]\S*)?)*\s+(checkout|switch|fetch|pull|clone|merge|reset|worktree|rebase|cherry-pick)(?![\w-])[^;&|]*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Command();

    [GeneratedRegex(@"\$(env:)?\{?(?<name>[A-Za-z_]\w*)|%(?<name>[A-Za-z_]\w*)%", RegexOptions.IgnoreCase)]
    private static partial Regex Variable();

    [GeneratedRegex(
        @"^github\.(head_ref|event\.(pull_request\.(head|merge_commit_sha)|workflow_run\.(head_|pull_requests)|issue\.pull_request|client_payload))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex(
        @"^github\.(sha|repository\w*|ref\w*|base_ref|workflow_(sha|ref)|action\w*|token|server_url|workspace|run_\w+|event_name|actor\w*|event\.inputs"
        + @"|event\.repository|event\.pull_request\.(base|number|draft|merged|labels|user|state|html_url)|event\.issue\.(number|state|labels|user)|event\.action"
        + @"|event\.number|event\.workflow_run\.(id|conclusion|event|run_number|name))",
        RegexOptions.IgnoreCase)]
    private static partial Regex OwnCode();

    [GeneratedRegex(
        @"head\.repo(sitory)?\.(full_name|owner\.login|id)\s*==\s*github\.|head_repository\.(full_name|owner\.login|id)\s*==\s*github\."
        + @"|github\.(repository\w*|event\.repository\.\w+)\s*==\s*github\.event\.\w+\.head|!\s*github\.event\.pull_request\.head\.repo\.fork|head\.repo\.fork\s*==\s*false",
        RegexOptions.IgnoreCase)]
    private static partial Regex SameRepository();

    private enum Origin
    {
        Own,
        Unknown,
        Foreign,
    }
}
