using System.Buffers;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Label keys have rules, so that tools agree on them.</summary>
internal static class DL3048
{
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_/");

    private static readonly string[] Reserved = ["com.docker.", "io.docker.", "org.dockerproject."];

    public static LintRule Rule { get; } = LintRule.Each(
        "DL3048",
        LintLevel.Style,
        "The label key is not of the form that Docker asks for: lower case letters, digits, single dots and dashes, no reserved prefix.",
        label => label.Keyword == "LABEL" && label.Pairs.Any(pair => !IsKey(pair.Name)));

    private static bool IsKey(string key) =>
        key.Length > 0 && char.IsAsciiLetterLower(key[0]) && (char.IsAsciiLetterLower(key[^1]) || char.IsAsciiDigit(key[^1]))
        && !key.AsSpan().ContainsAnyExcept(KeyCharacters)
        && !key.Contains("..", StringComparison.Ordinal) && !key.Contains("--", StringComparison.Ordinal)
        && !Reserved.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
