using System.Text.RegularExpressions;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>The ids of checks, which Trivy has written in three forms: <c>DS-0002</c>, <c>DS002</c> and <c>AVD-DS-0002</c>.</summary>
internal static partial class TrivyIds
{
    /// <summary>The current form.</summary>
    public static string Normalize(string id) =>
        OldForm().Replace(id, match => $"{match.Groups["kind"].Value}-{match.Groups["number"].Value.PadLeft(4, '0')}");

    public static bool AreEqual(string one, string other) => Normalize(one) == Normalize(other);

    [GeneratedRegex("^(?:AVD-)?(?<kind>DS|KSV|KCV|AWS)-?(?<number>[0-9]{3,4})$")]
    private static partial Regex OldForm();
}
