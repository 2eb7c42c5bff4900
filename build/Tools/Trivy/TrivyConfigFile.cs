using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using YamlDotNet.RepresentationModel;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Reads the user's <c>trivy.yaml</c>; Trivy itself never sees it, since it would pass over every mistake in silence.</summary>
internal static partial class TrivyConfigFile
{
    /// <param name="given">The file named by <c>--trivy-config</c>; without it <c>trivy.yaml</c> at the root counts, if there is one.</param>
    /// <exception cref="InputException">Missing although named, not YAML, an unknown or refused key, or a narrowing one without a reason.</exception>
    public static TrivyConfig Read(BuildPaths paths, string? given)
    {
        var path = given is null ? paths.TrivyConfig : Path.GetFullPath(given, paths.Root);
        if (File.Exists(path))
            return Parse(Path.GetRelativePath(paths.Root, path), File.ReadAllText(path), paths.Root);

        return given is null
            ? new TrivyConfig()
            : throw new InputException($"The Trivy configuration '{given}' does not exist. Correct --trivy-config.");
    }

    /// <param name="name">As messages call the file.</param>
    /// <param name="root">What relative paths in it start from.</param>
    public static TrivyConfig Parse(string name, string text, string root)
    {
        var file = YamlFile.Parse(name, text);
        var config = new TrivyConfig();
        var harmless = new List<(string Key, string Value)>();
        var seen = new HashSet<string>();
        foreach (var (key, where, value) in Leaves(file, file.Root, ""))
        {
            if (!seen.Add(key))
                throw file.Bad(where, $"'{key}' is set twice");
            switch (TrivyKey.Find(key))
            {
                case TrivyKey.Harmless:
                    harmless.Add((key, Plain(file, value)));
                    break;
                case TrivyKey.Narrowing rule:
                    config = Narrow(config, file, (key, where, value), rule);
                    break;
                case TrivyKey.Refused refused:
                    throw file.Bad(where, $"'{key}' cannot be set here: {refused.Instead}");
                default:
                    throw file.Bad(where, $"Trivy has no setting '{key}'");
            }
        }

        return Located(config with { Generated = Generate(harmless) }, file.Name, root);
    }

    private static IEnumerable<(string Key, YamlNode Where, YamlNode Value)> Leaves(YamlFile file, YamlMappingNode mapping, string prefix) =>
        mapping.Children.SelectMany(pair =>
        {
            var key = prefix + file.Text(pair.Key);
            return pair.Value is YamlMappingNode inner && inner.Children.Count > 0
                ? Leaves(file, inner, key + ".")
                : [(key, pair.Key, pair.Value)];
        });

    private static TrivyConfig Narrow(TrivyConfig config, YamlFile file, (string Key, YamlNode Where, YamlNode Value) leaf, TrivyKey.Narrowing rule)
    {
        var values = file.Texts(leaf.Value).ToList();
        if (values.Count == 0 || values is ["false"])
            return config;
        if (values.Find(value => value.Length == 0 || value.Contains(',')) is not null)
            throw file.Bad(leaf.Value, $"'{leaf.Key}' has an empty value or one with a comma, which Trivy would read as two");
        if (leaf.Key == "vulnerability.ignore-unfixed" && values is not ["true"])
            throw file.Bad(leaf.Value, "true or false was expected");
        if (!file.Remarks.TryGetValue(leaf.Where.Start.Line, out var reason))
            throw file.Bad(leaf.Where, $"'{leaf.Key}' makes Trivy see less, so it needs a reason in a comment on its line");

        return rule.Apply(config, values) with { Narrowed = config.Narrowed.Add($"{leaf.Key} {string.Join(", ", values)}: {reason}") };
    }

    private static TrivyConfig Located(TrivyConfig config, string name, string root)
    {
        if (config.PackageTypes.FirstOrDefault(type => type is not ("os" or "library")) is { } unknown)
            throw new InputException($"{name}: pkg.types has 'os' and 'library', not '{unknown}'. Mend the file and run again.");
        if (config.SecretConfig is not { } secrets)
            return config;

        var path = Path.GetFullPath(secrets, root);
        return File.Exists(path)
            ? config with { SecretConfig = path }
            : throw new InputException($"{name}: secret.config names '{secrets}', which does not exist. Mend the file and run again.");
    }

    private static string Plain(YamlFile file, YamlNode value) => PlainWord().IsMatch(file.Text(value))
        ? file.Text(value)
        : throw file.Bad(value, "a plain word, number, true or false was expected");

    /// <summary><c>scan.parallel</c> becomes a mapping in a mapping, since Trivy reads no dotted keys; each key of the table has at most one dot.</summary>
    private static string Generate(IEnumerable<(string Key, string Value)> settings) => string.Concat(settings
        .Select(setting => (Path: setting.Key.Split('.'), setting.Value))
        .GroupBy(setting => setting.Path[0], setting => setting.Path is [_, var inner] ? $"  {inner}: {setting.Value}" : $"  {setting.Value}")
        .Select(group => $"{group.Key}:\n{string.Join('\n', group)}\n"));

    [GeneratedRegex("^[A-Za-z0-9._-]+$")]
    private static partial Regex PlainWord();
}
