using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Standards;

namespace ContainerSecurity.Gates.Policy;

/// <summary>Which claims and gates speak to which demands of public standards, and which demands nothing speaks to.</summary>
internal static class StandardsMap
{
    private const string Gate = "gate ";

    public static ImmutableArray<ControlResult> Create(ImmutableArray<Claim> claims) =>
        [.. Standard.All.SelectMany(standard => standard.Controls, (standard, control) => ResultOf(standard, control, claims))];

    private static ControlResult ResultOf(Standard standard, Control control, ImmutableArray<Claim> claims)
    {
        ImmutableArray<string> covered =
        [
            .. from source in control.CoveredBy
               from name in source.StartsWith(Gate, StringComparison.Ordinal) ? [source] : ClaimsWith(source, claims)
               select name,
        ];
        var why = control.WhyNot ?? (covered.IsEmpty ? $"no claim of the policy relies on {string.Join(" or ", control.CoveredBy)}" : null);
        return new ControlResult(standard.Name, control.Id, control.Title, covered, why);
    }

    private static IEnumerable<string> ClaimsWith(string check, ImmutableArray<Claim> claims) =>
        claims.Where(claim => claim.Checks.Any(known => known.Id == check)).Select(claim => $"{claim.Id} ({check})");
}
