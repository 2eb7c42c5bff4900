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
            from hit in FaultsOf([.. step.Words])
            select new Hit(step.Line, hit),
    };

    /// <summary>Its source says what it is, or the name that it gets: <c>COPY deploy/prod /app/.env</c>.</summary>
    private static List<string> FaultsOf(string[] words)
    {
        if (words.Length < 2)
            return [];

        var target = words[^1];
        var sources = words[..^1].Where(source => !source.StartsWith("<<", StringComparison.Ordinal) && !IsTemplate(source)).ToList();
        var named = sources.Where(source => KindOf(source) is not null).Select(source => $"{source} ({KindOf(source)})").ToList();
        return named.Count > 0 ? named
            : sources is [var only] && KindOf(target) is { } kind && !target.EndsWith('/') ? [$"{only} becomes {target} ({kind})"]
            : [];
    }

    private static bool IsTemplate(string source) => Template().IsMatch(source);

    /// <summary>With a wildcard too: <c>id_rsa*</c> is the key.</summary>
    private static string? KindOf(string source)
    {
        var path = source.Replace('\\', '/').TrimEnd('/').Replace("*", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal);
        return SecretFileNames.FindKind(path)
            ?? (PrivateKey().IsMatch(path) ? "private key"
                : Environment().IsMatch(path) ? "environment file"
                : Folder().IsMatch(path) ? "folder of credentials"
                : null);
    }

    [GeneratedRegex(@"(^|[/._-])(private|priv|server|client|tls|ssl|ca)?[._-]?key\.pem\z|\.(key|ppk)\z", RegexOptions.IgnoreCase)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"[._-](example|sample|template|tmpl|dist|defaults?|pub)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Template();

    /// <summary>Of a name that says whose it is.</summary>
    [GeneratedRegex(
        @"(^|[/._-])(prod|production|staging|live|local|secrets?|credentials?)\.env\z|(^|/)secrets?\.(ya?ml|json|toml)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Environment();

    [GeneratedRegex(@"(^|/)\.(ssh|aws|azure|kube|gnupg|docker)\z")]
    private static partial Regex Folder();
}
