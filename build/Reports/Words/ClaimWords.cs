using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports.Words;

/// <summary>The two sides of a claim in few words, for tables.</summary>
internal static class ClaimWords
{
    /// <summary>The first side: <c>yes</c>, <c>no</c>, or <c>not seen</c>.</summary>
    public static string Holds(CheckResult check) => check.Holds switch
    {
        true => "yes",
        false => "no",
        null => check.IsLeftOut ? "left out" : "not seen",
    };

    /// <summary>The second side: <c>2 of 2</c> planted defects were seen, or <c>not tried</c>.</summary>
    public static string Detects(CheckResult check) => check.Detects is null
        ? "not tried"
        : $"{check.Planted.Length} of {check.Planted.Length + check.Missed.Length}";
}
