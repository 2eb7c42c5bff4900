using System.Buffers;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Label keys have rules, so that tools agree on them.</summary>
internal static class DL3048
{
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_/");

    private static readonly string[] Reserved = ["com.docker.", "io.docker.", "org.dockerproject."];

    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3048",
        Severity.Info,
        "The label key is not of the form that Docker asks for: lower case letters, digits, single dots and dashes, no reserved prefix.",
        label => label.Keyword == "LABEL" && label.Pairs.Any(pair => !IsKey(pair.Name)));

    private static bool IsKey(string key) =>
        key.Length > 0 && char.IsAsciiLetterLower(key[0]) && (char.IsAsciiLetterLower(key[^1]) || char.IsAsciiDigit(key[^1]))
        && !key.AsSpan().ContainsAnyExcept(KeyCharacters)
        && !key.Contains("..", StringComparison.Ordinal) && !key.Contains("--", StringComparison.Ordinal)
        && !Reserved.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
