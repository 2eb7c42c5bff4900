using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>Every instruction can be read in the image's history. The value itself is never shown.</summary>
internal static partial class SecretInInstruction
{
    public static Rule<CommandSource> Rule { get; } = new(
        "CS1007",
        Severity.High,
        "An instruction holds a secret.",
        "Change the secret, for it is known now; give the new one with `RUN --mount=type=secret` or when the container starts.")
    {
        Check = file => file.EachInstruction(Fault),
    };

    private static string? Fault(Instruction instruction)
    {
        var texts = instruction.HereDocuments.Select(document => document.Content).Prepend(instruction.Text).ToList();
        return texts.SelectMany(text => SecretText.Find(text)).Select(hit => hit.Rule.Title).FirstOrDefault()
            ?? (texts.Any(text => Password().IsMatch(text)) ? "a password in an address" : null);
    }

    // Of a variable, or of an example, nothing is known.
    [GeneratedRegex(@"://[^/\s:@""'$<{]+:(?!password@|pass@|token@|x{3})[^/\s:@""'$<{]{3,}@", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
