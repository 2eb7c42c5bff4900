using System.Buffers;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>A trusted host of pip needs neither a certificate nor encryption.</summary>
internal static partial class TrustedPythonHost
{
    private static readonly string[] Variables = ["PIP_TRUSTED_HOST", "UV_INSECURE_HOST"];

    private static readonly SearchValues<string> Words = SearchValues.Create(["trusted", "insecure"], StringComparison.OrdinalIgnoreCase);

    public static Rule<CommandSource> Rule { get; } = new(
        "CS1013",
        Severity.High,
        "Python packages come from a host that nobody checks.",
        "Use https with a certificate that is trusted: `pip --cert FILE`, PIP_CERT.")
    {
        Check = source =>
        [
            .. source.EachInstruction(Fault),
            .. source.EachCommand(Words, Fault),
            .. source.EachVariable(Words, (name, value) => Variables.Contains(name.ToUpperInvariant()) && value.Length > 0 ? $"{name} is set" : null),
        ],
    };

    private static string? Fault(SourceCommand command)
    {
        var effective = command.Effective;
        return effective.HasOption("--trusted-host", "--allow-insecure-host") ? $"{effective.Name} --trusted-host"
            : CommandTexts.Settings(command.Written).Concat(CommandTexts.Find(command.Written)).Any(text => Setting().IsMatch(text))
                ? "trusted-host in pip's configuration"
            : null;
    }

    /// <summary>COPY writes a pip.conf too.</summary>
    private static string? Fault(Instruction instruction) =>
        instruction.Keyword is "COPY" or "ADD" && instruction.HereDocuments.Any(document => Setting().IsMatch(document.Content))
            ? "trusted-host in pip's configuration"
            : null;

    [GeneratedRegex(@"(^|[\s.])trusted-host\s*=\s*\S", RegexOptions.IgnoreCase)]
    private static partial Regex Setting();
}
