using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Lint;

namespace ContainerSecurity.Formats.Hadolint;

/// <summary>Reads a <c>hadolint.yaml</c>. Hadolint goes on without what is broken or misspelt; here both are errors.</summary>
internal static partial class LintConfigurationFile
{
    private static readonly string[] Formats =
        ["tty", "json", "checkstyle", "codeclimate", "gitlab_codeclimate", "gnu", "codacy", "sonarqube", "sarif", "junit"];

    /// <param name="name">How messages call the file.</param>
    /// <exception cref="InputException">Not YAML, an unknown key, or a value of the wrong kind.</exception>
    public static LintConfiguration Parse(string name, string text)
    {
        if (Tab().Match(text) is { Success: true } tab)
            throw new InputException($"{name}:{text.AsSpan(0, tab.Index).Count('\n') + 1}: indented by a tab; YAML wants blanks. Mend the file and run again.");
        return YamlText.ReadOne(name, text) is { } root && new YamlValue(name, "the file", root) is { IsNothing: false } value
            ? Read(value)
            : throw new InputException($"{name}:1: says nothing, and Hadolint refuses such a file. Write `ignored: []`, or remove the file.");
    }

    private static LintConfiguration Read(YamlValue root) =>
        root.Entries().Aggregate(new LintConfiguration(), (configuration, entry) => With(configuration, entry.Key, entry.Value));

    private static LintConfiguration With(LintConfiguration configuration, string key, YamlValue value)
    {
        switch (key)
        {
            case "failure-threshold":
                return configuration with { FailureThreshold = Level(value) };
            case "ignored":
                return configuration with { Ignored = [.. Codes(value)] };
            case "override":
                return configuration with { Overrides = Strictest(value.Entries().SelectMany(Overrides)) };
            case "label-schema":
                var schema = value.Entries().ToImmutableSortedDictionary(entry => entry.Key, entry => Type(entry.Value));
                return configuration with { LabelSchema = schema };
            case "trustedRegistries":
                return configuration with { TrustedRegistries = [.. value.TextOrTexts().Select(name => name.Length > 0 ? name : throw value.Wrong("holds an empty name"))] };
            case "strict-labels":
                return configuration with { StrictLabels = value.Switch() };
            case "disable-ignore-pragma":
                return configuration with { DisableIgnorePragma = value.Switch() };
            case "no-fail":
                return configuration with { NoFail = value.Switch() };
            case "allowed-ports":
                return configuration with { AllowedPorts = [.. value.Texts().Select(text => Port(value, text))] };
            case "allowed-packages":
                return configuration with { AllowedPackages = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, value.Texts()) };
            default:
                CheckIgnored(key, value);
                return configuration;
        }
    }

    // These say how Hadolint prints; the suite has its own reports.
    private static void CheckIgnored(string key, YamlValue value)
    {
        switch (key)
        {
            case "no-color" or "verbose":
                value.Switch();
                break;
            case "format" or "formats":
                if (value.TextOrTexts().FirstOrDefault(format => !Formats.Contains(format)) is { } unknown)
                    throw value.Wrong($"is `{unknown}`; it can be {string.Join(", ", Formats)}");
                break;
            default:
                throw value.Wrong("is no key of Hadolint; known are failure-threshold, format, formats, ignored, override, label-schema, "
                    + "strict-labels, trustedRegistries, no-color, no-fail, verbose and disable-ignore-pragma, and of this suite allowed-ports and allowed-packages");
        }
    }

    // Hadolint goes from style to error, so a rule named twice gets the strictest level.
    private static ImmutableSortedDictionary<string, LintLevel> Strictest(IEnumerable<(string Code, LintLevel Level)> overrides) =>
        overrides.GroupBy(pair => pair.Code, pair => pair.Level).ToImmutableSortedDictionary(levels => levels.Key, levels => levels.Min());

    private static IEnumerable<(string Code, LintLevel Level)> Overrides(KeyValuePair<string, YamlValue> entry) => entry.Key switch
    {
        "error" => Codes(entry.Value).Select(code => (code, LintLevel.Error)),
        "warning" => Codes(entry.Value).Select(code => (code, LintLevel.Warning)),
        "info" => Codes(entry.Value).Select(code => (code, LintLevel.Info)),
        "style" => Codes(entry.Value).Select(code => (code, LintLevel.Style)),
        _ => throw entry.Value.Wrong("is no level; rules can be overridden to error, warning, info and style"),
    };

    private static IEnumerable<string> Codes(YamlValue value) => value.Texts().Select(code =>
        Code().IsMatch(code) || DockerCheckList.Has(code)
            ? code
            : throw value.Wrong($"holds `{code}`, which is neither a code such as DL3008 nor one of Docker's checks such as UndefinedVar"));

    private static int Port(YamlValue value, string text) => ushort.TryParse(text, CultureInfo.InvariantCulture, out var port) && port > 0
        ? port
        : throw value.Wrong($"holds `{text}`, which is no port; ports are 1 to 65535");

    private static LintLevel Level(YamlValue value) => value.Text() switch
    {
        "error" => LintLevel.Error,
        "warning" => LintLevel.Warning,
        "info" => LintLevel.Info,
        "style" => LintLevel.Style,
        "ignore" or "none" => LintLevel.Ignore,
        var other => throw value.Wrong($"is `{other}`; it can be error, warning, info, style, ignore or none"),
    };

    private static LabelType Type(YamlValue value) => value.Text() switch
    {
        "text" or "" => LabelType.Text,
        "url" => LabelType.Url,
        "semver" => LabelType.SemVer,
        "hash" => LabelType.Hash,
        "rfc3339" => LabelType.Rfc3339,
        "spdx" => LabelType.Spdx,
        "email" => LabelType.Email,
        var other => throw value.Wrong($"is `{other}`; it can be text, url, semver, hash, rfc3339, spdx or email"),
    };

    [GeneratedRegex(@"^ *\t[ \t]*[^\s#]", RegexOptions.Multiline)]
    private static partial Regex Tab();

    [GeneratedRegex(@"^[A-Z]{2}[0-9]{4}\z")]
    private static partial Regex Code();
}
