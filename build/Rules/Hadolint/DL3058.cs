using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The schema asks for a mail address.</summary>
internal static partial class DL3058
{
    private const string Atom = @"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+";
    private const string Label = @"[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?";

    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachLabel(
        "DL3058",
        "is no mail address of RFC 5322.",
        LabelType.Email,
        value => !Address().IsMatch(value));

    [GeneratedRegex($@"^(?:{Atom}(?:\.{Atom})*|""[^""\\\r\n]+"")@(?:{Label}(?:\.{Label})*|\[[^\[\]\\\s]+\])\z")]
    private static partial Regex Address();
}
