using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>What is copied in can be read by everybody who has the image, also when a later step removes it.</summary>
internal static partial class CopiedSecretFile
{
    public static Rule<CommandSource> Rule { get; } = new(
        "CS1010",
        Severity.High,
        "A file that holds secrets is copied into the image.",
        "Leave it out, name it in .dockerignore, and give it with `RUN --mount=type=secret` or when the container starts.")
    {
        Check = file =>
            from step in file.Steps
            where step.Keyword is "COPY" or "ADD" && step.Instruction.Flags.All(flag => flag.Name != "from")
            from source in step.Words.SkipLast(1)
            let kind = KindOf(source)
            where kind is not null
            select new Hit(step.Line, $"{source} ({kind})"),
    };

    /// <summary>With a wildcard too: <c>id_rsa*</c> is the key.</summary>
    private static string? KindOf(string source)
    {
        var path = source.Replace('\\', '/').TrimEnd('/').Replace("*", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal);
        return SecretFileNames.FindKind(path)
            ?? (PrivateKey().IsMatch(path) ? "private key" : Folder().IsMatch(path) ? "folder of credentials" : null);
    }

    [GeneratedRegex(@"(^|[/._-])(private|priv|server|client|tls|ssl|ca)?[._-]?key\.pem\z|\.(key|ppk)\z", RegexOptions.IgnoreCase)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(^|/)\.(ssh|aws|azure|kube|gnupg|docker)\z")]
    private static partial Regex Folder();
}
