using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.LintFormats;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Options;

/// <summary>Every option of the suite, in the order of help and documents.</summary>
internal static class OptionTable
{
    /// <summary>Options of the Frosting host itself, passed on unchanged.</summary>
    public static readonly ImmutableArray<string> HostOptions =
        ["target", "verbosity", "description", "dryrun", "exclusive", "tree", "help", "version", "info", "working"];

    public static readonly ImmutableArray<BuildOption> All =
    [
        new(
            "dockerfile", "GLOB[,GLOB]",
            "Dockerfiles to lint; default: all of the repository, hidden folders too. The other gates always check all of them",
            (options, value) => options with { Dockerfiles = [.. Items(value)] }),
        new("hadolint-config", "FILE", "configuration of the lint gate; default: hadolint.yaml",
            (options, value) => options with { HadolintConfig = ExistingFile("hadolint-config", value) }),
        new("trivy-config", "FILE", "configuration of the Trivy gates; default: trivy.yaml",
            (options, value) => options with { TrivyConfig = ExistingFile("trivy-config", value) }),
        new("image", "REF", "check this image of a running engine instead of the built one",
            (options, value) => options with { Image = value }),
        new("input", "PATH", "check this docker-archive, OCI archive or OCI layout directory instead of the built image; CheckRelease: the release",
            (options, value) => options with { Input = ExistingPath("input", value) }),
        new("image-engine", "auto|docker|podman|buildah|built-in", "an engine builds the image too, for comparison, or the stage devcontainer",
            (options, value) => options with { ImageEngine = Choice<ImageEngine>("image-engine", value) }),
        new("lint-engine", "auto|hadolint|built-in", "who lints; auto: Hadolint where it can be fetched, else the built-in rules",
            (options, value) => options with { LintEngine = Choice<LintEngine>("lint-engine", value) }),
        new("lint-format", "tty|json|sarif|checkstyle|codeclimate|gitlab_codeclimate|gnu|sonarqube|junit",
            "print the findings of lint as Hadolint would; all else goes to stderr",
            (options, value) => options with { LintFormat = Choice<LintFormat>("lint-format", value) }),
        new("fail-on", "critical|high|medium|low|info", "lowest severity that fails a gate; default: high",
            (options, value) => options with { FailOn = Choice<Severity>("fail-on", value) }),
        new("db-max-age", "HOURS", "oldest vulnerability database that can pass; default: 24",
            (options, value) => options with { DatabaseMaxAge = Hours("db-max-age", value) }),
        new("db-repository", "REF", "fetch the vulnerability database from this repository alone; with @sha256:… exactly that one",
            (options, value) => options with { DatabaseRepository = TrivyOptions.ParseRepository(value) }),
        new("trivy-server", "URL", "use the database of this Trivy server (https, or http on this machine; token in TRIVY_TOKEN)",
            (options, value) => options with { TrivyServer = TrivyOptions.ParseServer(value) }),
        new("vex", "FILE[,FILE]", "OpenVEX or CycloneDX files that say which vulnerabilities do not matter, and why",
            (options, value) => options with { Vex = [.. Items(value).Select(file => ExistingFile("vex", file))] }),
        new("licenses", "ID[,ID]", "licences that packages of the image may have (SPDX); default: they are listed, not checked",
            (options, value) => options with { Licenses = [.. Items(value)] }),
        new("repository", "DIR", "judge this repository instead of the suite's own; its image is given by --image or --input",
            (options, value) => options with { Repository = ExistingFolder("repository", value) }),
        new("policy", "FILE", "what the repository promises, and which checks prove it; default: its build/policy.yaml. CheckRelease: the one you expect",
            (options, value) => options with { Policy = Path.GetFullPath(value) }),
        new("against", "DIR", "the other build that Rebuild compares with: the folder where --target=Image wrote",
            (options, value) => options with { Against = ExistingPath("against", value) }),
        new("baseline", "FILE", "a scan.json of an earlier run: index.html shows what changed since",
            (options, value) => options with { Baseline = ExistingFile("baseline", value) }),
        new("signing-key", "FILE", "Release signs with this private key: ECDSA on P-256, PEM (password in SIGNING_KEY_PASSWORD); default: unsigned",
            (options, value) => options with { SigningKey = ExistingFile("signing-key", value) }),
        new("public-key", "FILE", "CheckRelease: the key of whom you expect to have signed, PEM",
            (options, value) => options with { PublicKey = ExistingFile("public-key", value) }),
        new("as-of", "DATE", "CheckRelease: the time at which the release must be valid, 2026-11-30 or 2026-11-30T12:00:00Z; default: now",
            (options, value) => options with { AsOf = Time("as-of", value) }),
        new("peer", "NAME=COMMAND", "Bench: measure this proxy beside, too; it finds PORT and OPENAI_BASE_URL in its environment. May be repeated",
            (options, value) => options with { Peers = options.Peers.Add(value) }),
        new("only", "SCENARIO[,SCENARIO]", "Bench: measure the proxy in these scenarios and nothing else",
            (options, value) => options with { Scenarios = [.. Items(value)] }),
        new("quick", null, "Verify leaves out what takes long: no defect is planted, nothing is built twice, no devcontainer is started",
            (options, value) => options with { Quick = Choice<bool>("quick", value) }),
        new("strict", null, "an incomplete gate fails the run (exit code 3)",
            (options, value) => options with { Strict = Choice<bool>("strict", value) }),
        new("offline", null, "never touch the network: only what is cached",
            (options, value) => options with { Offline = Choice<bool>("offline", value) }),
        new("rid", "linux-x64|linux-arm64[,…]", "platforms of the binary and the image, several as one OCI index; default: this machine's",
            (options, value) => options with { Rids = [.. Platforms(value)] }),
        new("output", "DIR", "where results go; default: artifacts",
            (options, value) => options with { Output = Path.GetFullPath(value) }),
    ];

    /// <summary>Reads an enumeration (or a boolean) by the names that users write: <c>built-in</c> is <c>BuiltIn</c>.</summary>
    private static T Choice<T>(string option, string value) where T : struct
    {
        if (typeof(T) == typeof(bool))
            return bool.TryParse(value, out var flag) ? (T)(object)flag : throw Refused(option, value, "true, false");

        return Enum.TryParse<T>(value.Replace("-", "").Replace("_", ""), ignoreCase: true, out var choice) && !int.TryParse(value, out _)
            ? choice
            : throw Refused(option, value, string.Join(", ", All.Single(entry => entry.Name == option).Value!.Split('|')));
    }

    private static IEnumerable<string> Platforms(string value)
    {
        string[] known = ["linux-x64", "linux-arm64"];
        var items = Items(value);
        return items.Length > 0 && items.All(known.Contains) ? items.Distinct() : throw Refused("rid", value, string.Join(", ", known));
    }

    private static string[] Items(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A leap year, far below the limit of a time span.</summary>
    private static TimeSpan Hours(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= 8784
            ? TimeSpan.FromHours(hours)
            : throw Refused(option, value, "a whole number of hours from 1 to 8784");

    /// <summary>A day is its beginning, in UTC.</summary>
    private static DateTimeOffset Time(string option, string value) =>
        DateTimeOffset.TryParseExact(
            value, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Refused(option, value, "a day as 2026-11-30, a time as 2026-11-30T12:00:00Z");

    private static string ExistingFile(string option, string value) =>
        File.Exists(value) ? Path.GetFullPath(value) : throw new InputException($"--{option}: there is no file {value}. Check the path.");

    private static string ExistingPath(string option, string value) =>
        Path.Exists(value) ? Path.GetFullPath(value) : throw new InputException($"--{option}: there is no file or folder {value}. Check the path.");

    private static string ExistingFolder(string option, string value) => Directory.Exists(value)
        ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(value))
        : throw new InputException($"--{option}: there is no folder {value}. Check the path.");

    private static InputException Refused(string option, string value, string allowed) =>
        new($"--{option}={value}: not a value of this option. Use one of: {allowed}.");
}
