using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Hadolint;

/// <summary>Reads a <c>hadolint.yaml</c>. Hadolint goes on without what is broken or misspelt; here both are errors.</summary>
internal sealed partial class LintConfigurationFile
{
    private static readonly string[] Formats =
        ["tty", "json", "checkstyle", "codeclimate", "gitlab_codeclimate", "gnu", "codacy", "sonarqube", "sarif", "junit"];

    private readonly IReadOnlySet<string> _rules;

    private LintConfigurationFile(IReadOnlySet<string> rules) => _rules = rules;

    /// <param name="name">How messages call the file.</param>
    /// <param name="rules">Names of rules that may stand where a code does.</param>
    /// <exception cref="InputException">Not YAML, an unknown key, or a value of the wrong kind.</exception>
    public static LintConfiguration Parse(string name, string text, IReadOnlySet<string> rules)
    {
        if (Tab().Match(text) is { Success: true } tab)
        {
            var line = text.AsSpan(0, tab.Index).Count('\n') + 1;
            throw InputException.At(name, line, "indented by a tab; YAML wants blanks. Correct the file and run again.");
        }

        var file = Setting.WholeFile(name, LocatedYaml.Parse(name, text));
        return file.IsNothing
            ? throw InputException.At(name, 1, "says nothing, and Hadolint refuses such a file. Write `ignored: []`, or remove the file.")
            : file.Entries().Aggregate(new LintConfiguration(), new LintConfigurationFile(rules).With);
    }

    private LintConfiguration With(LintConfiguration configuration, Setting setting)
    {
        switch (setting.Key)
        {
            case "failure-threshold":
                return Threshold(configuration, setting);
            case "ignored":
                return configuration with { Ignored = [.. Codes(setting)] };
            case "override":
                return configuration with { Overrides = Strictest(setting.Entries().SelectMany(Overrides)) };
            case "label-schema":
                var schema = setting.Entries().ToImmutableSortedDictionary(entry => entry.Key, Type);
                return configuration with { LabelSchema = schema };
            case "trustedRegistries":
                return configuration with { TrustedRegistries = [.. Registries(setting)] };
            case "strict-labels":
                return configuration with { StrictLabels = setting.Switch() };
            case "disable-ignore-pragma":
                return configuration with { DisableIgnorePragma = setting.Switch() };
            case "no-fail":
                return configuration with { NoFail = setting.Switch() };
            case "allowed-ports":
                return configuration with { AllowedPorts = [.. setting.Texts().Select(text => Port(setting, text))] };
            case "allowed-packages":
                return configuration with { AllowedPackages = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, setting.Texts()) };
            default:
                CheckIgnored(setting);
                return configuration;
        }
    }

    // These say how Hadolint prints; the suite has its own reports.
    private static void CheckIgnored(Setting setting)
    {
        switch (setting.Key)
        {
            case "no-color" or "verbose":
                setting.Switch();
                break;
            case "format" or "formats":
                if (setting.TextOrTexts().FirstOrDefault(format => !Formats.Contains(format)) is { } unknown)
                    throw setting.Wrong($"is `{unknown}`; it can be {string.Join(", ", Formats)}");
                break;
            default:
                throw setting.WrongKey("is not a key of Hadolint; known are failure-threshold, format, formats, ignored, override, label-schema, "
                    + "strict-labels, trustedRegistries, no-color, no-fail, verbose and disable-ignore-pragma, "
                    + "and of this suite allowed-ports and allowed-packages");
        }
    }

    // Hadolint goes from style to error, so a rule named twice gets the strictest level.
    private static ImmutableSortedDictionary<string, Severity> Strictest(IEnumerable<(string Code, Severity Severity)> overrides) =>
        overrides
            .GroupBy(pair => pair.Code, pair => pair.Severity)
            .ToImmutableSortedDictionary(severities => severities.Key, severities => severities.Max());

    private IEnumerable<(string Code, Severity Severity)> Overrides(Setting level) => HadolintLevel.Parse(level.Key) is { } severity
        ? Codes(level).Select(code => (code, severity))
        : throw level.WrongKey("is not a level; rules can be overridden to error, warning, info and style");

    private static IEnumerable<string> Registries(Setting setting) =>
        setting.TextOrTexts().Select(name => name.Length > 0 ? name : throw setting.Wrong("holds an empty name"));

    private IEnumerable<string> Codes(Setting setting) => setting.Texts().Select(code =>
        Code().IsMatch(code) || _rules.Contains(code)
            ? code
            : throw setting.Wrong($"holds `{code}`, which is neither a code such as DL3008 nor one of Docker's checks such as UndefinedVar"));

    private static int Port(Setting setting, string text) => ushort.TryParse(text, CultureInfo.InvariantCulture, out var port) && port > 0
        ? port
        : throw setting.Wrong($"holds `{text}`, which is not a port; ports are 1 to 65535");

    private static LintConfiguration Threshold(LintConfiguration configuration, Setting setting)
    {
        var name = setting.Text();
        var severity = name is "ignore" or "none" ? Severity.Info
            : HadolintLevel.Parse(name) ?? throw setting.Wrong($"is `{name}`; it can be error, warning, info, style, ignore or none");
        return configuration with { FailureThreshold = severity, FailureThresholdName = name };
    }

    private static LabelType Type(Setting setting) => setting.Text() switch
    {
        "text" or "" => LabelType.Text,
        "url" => LabelType.Url,
        "semver" => LabelType.SemVer,
        "hash" => LabelType.Hash,
        "rfc3339" => LabelType.Rfc3339,
        "spdx" => LabelType.Spdx,
        "email" => LabelType.Email,
        var other => throw setting.Wrong($"is `{other}`; it can be text, url, semver, hash, rfc3339, spdx or email"),
    };

    [GeneratedRegex(@"^ *\t[ \t]*[^\s#]", RegexOptions.Multiline)]
    private static partial Regex Tab();

    [GeneratedRegex(@"^[A-Z]{2}[0-9]{4}\z")]
    private static partial Regex Code();
}
