using System.Collections.Frozen;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>What a key of <c>trivy.yaml</c> may do: a pull request may tune Trivy but must not weaken it.</summary>
internal abstract record TrivyKey
{
    private static readonly FrozenDictionary<string, TrivyKey> Known = new Dictionary<string, TrivyKey>
    {
        ["debug"] = new Harmless(),
        ["image.removed-pkgs"] = new Harmless(),
        ["misconfiguration.include-non-failures"] = new Harmless(),
        ["pkg.include-dev-deps"] = new Harmless(),
        ["rego.include-deprecated-checks"] = new Harmless(),
        ["scan.detection-priority"] = new Harmless(),
        ["scan.parallel"] = new Harmless(),

        ["scan.skip-dirs"] = new Narrowing((config, values) => config with { SkipFolders = [.. values] }),
        ["scan.skip-files"] = new Narrowing((config, values) => config with { SkipFiles = [.. values] }),
        ["pkg.types"] = new Narrowing((config, values) => config with { PackageTypes = [.. values] }),
        ["vulnerability.ignore-unfixed"] = new Narrowing((config, values) => config with { IgnoreUnfixed = values is ["true"] }),
        ["secret.config"] = new Narrowing((config, values) => config with { SecretConfig = values[0] }),

        ["exit-code"] = new Refused("use --fail-on=SEVERITY"),
        ["exit-on-eol"] = new Refused("an operating system past its end of life is a finding already"),
        ["severity"] = new Refused("use --fail-on=SEVERITY; all severities are reported"),
        ["format"] = new Refused("the results are in artifacts/reports"),
        ["output"] = new Refused("the results are in artifacts/reports; use --output=DIR for another folder"),
        ["output-plugin-arg"] = new Refused("the results are in artifacts/reports"),
        ["report"] = new Refused("the results are in artifacts/reports"),
        ["template"] = new Refused("the results are in artifacts/reports"),
        ["table-mode"] = new Refused("the results are in artifacts/reports"),
        ["dependency-tree"] = new Refused("the results are in artifacts/reports"),
        ["list-all-pkgs"] = new Refused("all packages are always listed, for the coverage"),
        ["ignorefile"] = new Refused("put exceptions into .trivyignore.yaml"),
        ["ignore-policy"] = new Refused("put exceptions into .trivyignore.yaml"),
        ["vulnerability"] = new Refused("put exceptions into .trivyignore.yaml; only vulnerability.ignore-unfixed may be set here"),
        ["scan"] = new Refused("the suite decides what is scanned; only skip-dirs, skip-files, parallel and detection-priority may be set here"),
        ["scan.offline"] = new Refused("use --offline"),
        ["image"] = new Refused("use --image=REF or --input=PATH"),
        ["db"] = new Refused("use --db-repository=REF and --db-max-age=HOURS, or --offline"),
        ["cache"] = new Refused("the suite keeps the database in its own cache, and no scan shares another's"),
        ["server"] = new Refused("use --trivy-server=URL"),
        ["pkg"] = new Refused("only pkg.types and pkg.include-dev-deps may be set here"),
        ["secret"] = new Refused("only secret.config may be set here"),
        ["misconfiguration"] = new Refused("all checks of the pinned Trivy run"),
        ["rego"] = new Refused("all checks of the pinned Trivy run, and no others"),
        ["license"] = new Refused("use --licenses=ID[,ID]"),
        ["timeout"] = new Refused("the suite sets its own limit"),
        ["quiet"] = new Refused("Trivy's messages are needed when it fails"),
        ["insecure"] = new Refused("certificates are always checked"),
        ["cacert"] = new Refused("set SSL_CERT_FILE"),
        ["registry"] = new Refused("no registry is asked for images"),
        ["module"] = new Refused("no modules are loaded"),
        ["repository"] = new Refused("only the checkout is scanned"),
        ["ansible"] = new Refused("the checkout holds no such files"),
        ["kubernetes"] = new Refused("no cluster is scanned"),
        ["clean"] = new Refused("no cache is kept"),
    }.ToFrozenDictionary();

    /// <summary>The rule for a dotted key, or for the nearest of its parents; null for a key that Trivy does not have.</summary>
    public static TrivyKey? Find(string key)
    {
        for (var part = key; ; part = part[..part.LastIndexOf('.')])
        {
            if (Known.TryGetValue(part, out var rule) && (part == key || rule is Refused))
                return rule;
            if (!part.Contains('.'))
                return null;
        }
    }

    /// <summary>Passed to Trivy unchanged.</summary>
    internal sealed record Harmless : TrivyKey;

    /// <summary>Makes Trivy check less: allowed with a reason on its line, and reported in the coverage.</summary>
    internal sealed record Narrowing(Func<TrivyConfig, IReadOnlyList<string>, TrivyConfig> Apply) : TrivyKey;

    /// <summary>Affects the verdict, so it cannot be set in this file.</summary>
    internal sealed record Refused(string Instead) : TrivyKey;
}
