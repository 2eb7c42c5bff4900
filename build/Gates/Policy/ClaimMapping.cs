using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.SecurityPolicy;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy;

/// <summary>Holds SECURITY.md and the checks together: a measure without id or check, and a check without measure, are findings.</summary>
internal static class ClaimMapping
{
    /// <summary>The rule for a list item that is no measure; the other findings carry the claim's own id.</summary>
    public const string MeasureForm = "measure-form";

    public static IEnumerable<Finding> Compare(SecurityPolicyDocument document, ImmutableArray<Claim> claims, string policy) =>
    [
        .. document.Malformed.Select(Malformed),
        .. document.Measures.SelectMany(measure => Unproven(measure, claims, policy)),
        .. claims.Where(claim => document.Measures.All(measure => measure.Id != claim.Id)).Select(claim => Unstated(claim, document)),
    ];

    private static Finding Malformed(MalformedMeasure item) =>
        New(MeasureForm, item.Line, item.Why, "Give the measure an id of its own, and checks in the policy.");

    private static IEnumerable<Finding> Unproven(Measure measure, ImmutableArray<Claim> claims, string policy) =>
        claims.FirstOrDefault(claim => claim.Id == measure.Id) switch
        {
            null =>
            [
                New(
                    measure.Id,
                    measure.Line,
                    $"“{measure.Name}” has no check",
                    $"Name its checks in {policy}, or remove the measure."),
            ],
            { } claim when claim.Name != measure.Name =>
            [
                New(
                    measure.Id,
                    measure.Line,
                    $"the measure is named “{measure.Name}”, its check “{claim.Name}”",
                    "Give a new promise its own id and check."),
            ],
            _ => [],
        };

    private static Finding Unstated(Claim claim, SecurityPolicyDocument document) => New(
        claim.Id,
        document.Line,
        $"no measure has the id {claim.Id}, but “{claim.Name}” is checked under it",
        "State the measure under this id again, or remove it from the policy.");

    private static Finding New(string rule, int line, string message, string help) => new()
    {
        RuleId = rule,
        Claim = rule == MeasureForm ? null : rule,
        Severity = Severity.High,
        Message = message,
        File = SecurityPolicyDocument.Path,
        Line = line,
        Help = help,
    };
}
