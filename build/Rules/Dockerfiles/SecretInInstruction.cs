using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>Every instruction can be read in the image's history. The value itself is never shown.</summary>
internal static class SecretInInstruction
{
    public static Rule<CommandSource> Rule { get; } = new(
        "CS1007",
        Severity.High,
        "An instruction holds a secret.",
        "Change the secret, for it is known now; give the new one with `RUN --mount=type=secret` or when the container starts.")
    {
        Check = file => file.EachInstruction(Fault),
    };

    private static string? Fault(Instruction instruction) =>
        instruction.HereDocuments.Select(document => (document.Content, SecretScope.Settings | SecretScope.Commands))
            .Prepend((instruction.Text, ScopeOf(instruction)))
            .SelectMany(text => SecretText.Find(text.Item1, text.Item2))
            .Where(hit => hit.Severity > Severity.Low)
            .Select(hit => hit.Rule.Title)
            .FirstOrDefault();

    private static SecretScope ScopeOf(Instruction instruction) =>
        instruction.Keyword is "ENV" or "ARG" or "LABEL" ? SecretScope.Settings | SecretScope.Commands : SecretScope.Commands;
}
