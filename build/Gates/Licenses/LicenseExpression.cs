using System.Collections.Immutable;

namespace ContainerSecurity.Gates.Licenses;

/// <summary>Licence expressions as far as a list of allowed licences needs them (SPDX 2.3 annex D).</summary>
internal static class LicenseExpression
{
    /// <summary>All of several licences hold. Null for none.</summary>
    public static string? Together(IReadOnlyCollection<string> licenses) => licenses.Count == 0 ? null : string.Join(" AND ", licenses);

    /// <summary>
    /// One alternative must be allowed whole. An exception only adds rights, so the licence without it is enough; of brackets every licence is
    /// wanted.
    /// </summary>
    public static bool IsAllowed(string expression, ImmutableArray<string> allowed)
    {
        string[] alternatives = expression.Contains('(', StringComparison.Ordinal)
            ? [expression
                .Replace("(", "", StringComparison.Ordinal)
                .Replace(")", "", StringComparison.Ordinal)
                .Replace(" OR ", " AND ", StringComparison.Ordinal)]
            : expression.Split(" OR ");
        return alternatives.Any(alternative => alternative.Split(" AND ", StringSplitOptions.TrimEntries).All(license =>
            allowed.Contains(license, StringComparer.OrdinalIgnoreCase)
                || allowed.Contains(license.Split(" WITH ")[0], StringComparer.OrdinalIgnoreCase)));
    }
}
