using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>Reads the user's <c>trivy.yaml</c>; Trivy itself never reads it, because it ignores mistakes silently.</summary>
internal static partial class TrivyConfigFile
{
    /// <param name="given">The file named by <c>--trivy-config</c>; without it <c>trivy.yaml</c> at the root counts, if there is one.</param>
    /// <exception cref="InputException">Missing although named, not YAML, an unknown or refused key, or a narrowing one without a reason.</exception>
    public static TrivyConfig Read(BuildPaths paths, string? given)
    {
        var path = given is null ? paths.TrivyConfig : Path.GetFullPath(given, paths.Root);
        if (File.Exists(path))
        {
            var name = Path.GetRelativePath(paths.Root, path);
            return Parse(name, BoundedFile.ReadText(name, path), paths.Root);
        }

        return given is null
            ? new TrivyConfig()
            : throw new InputException($"The Trivy configuration '{given}' does not exist. Correct --trivy-config.");
    }

    /// <param name="name">The file's name in messages.</param>
    /// <param name="root">The folder to which paths in it are relative.</param>
    public static TrivyConfig Parse(string name, string text, string root)
    {
        // An alias would have its reason elsewhere.
        var file = Setting.WholeFile(name, LocatedYaml.Parse(name, text, allowsAliases: false));
        var reasons = YamlComments.ReadInline(text);
        var config = new TrivyConfig();
        var harmless = new List<(string Key, string Value)>();
        var seen = new HashSet<string>();
        foreach (var setting in Leaves(file, ""))
        {
            if (!seen.Add(setting.Key))
                throw setting.WrongKey("is set twice");
            switch (TrivyKey.Find(setting.Key))
            {
                case TrivyKey.Harmless:
                    harmless.Add((setting.Key, Plain(setting)));
                    break;
                case TrivyKey.Narrowing rule:
                    config = Narrow(config, setting, rule, reasons);
                    break;
                case TrivyKey.Refused refused:
                    throw setting.WrongKey($"cannot be set here: {refused.Instead}");
                default:
                    throw setting.WrongKey("is not a setting of Trivy");
            }
        }

        return Located(config with { Generated = Generate(harmless) }, name, root);
    }

    private static IEnumerable<Setting> Leaves(Setting mapping, string prefix) =>
        from entry in mapping.Entries()
        let setting = entry with { Key = prefix + entry.Key }
        from leaf in setting.Value.Members.IsEmpty ? [setting] : Leaves(setting, setting.Key + ".")
        select leaf;

    private static TrivyConfig Narrow(TrivyConfig config, Setting setting, TrivyKey.Narrowing rule, IReadOnlyDictionary<int, string> reasons)
    {
        var values = setting.TextOrTexts().ToList();
        if (values.Count == 0 || values is ["false"])
            return config;
        if (values.Find(value => value.Length == 0 || value.Contains(',')) is not null)
            throw setting.Wrong("has an empty value or one with a comma, which Trivy would read as two");
        if (setting.Key == "vulnerability.ignore-unfixed" && values is not ["true"])
            throw setting.Wrong("must be true or false");
        if (!reasons.TryGetValue(setting.KeyLine, out var reason))
            throw setting.WrongKey("makes Trivy see less, so it needs a reason in a comment on its line");

        return rule.Apply(config, values) with { Narrowed = config.Narrowed.Add($"{setting.Key} {string.Join(", ", values)}: {reason}") };
    }

    private static TrivyConfig Located(TrivyConfig config, string name, string root)
    {
        if (config.PackageTypes.FirstOrDefault(type => type is not ("os" or "library")) is { } unknown)
            throw new InputException($"{name}: pkg.types has 'os' and 'library', not '{unknown}'. Correct the file and run again.");
        if (config.SecretConfig is not { } secrets)
            return config;

        var path = Path.GetFullPath(secrets, root);
        return File.Exists(path)
            ? config with { SecretConfig = path }
            : throw new InputException($"{name}: secret.config names '{secrets}', which does not exist. Correct the file and run again.");
    }

    private static string Plain(Setting setting) =>
        PlainWord().IsMatch(setting.Text()) ? setting.Text() : throw setting.Wrong("must be a plain word, a number, true or false");

    /// <summary><c>scan.parallel</c> becomes a mapping in a mapping, since Trivy reads no dotted keys.</summary>
    /// <remarks>Each key of the table has at most one dot.</remarks>
    private static string Generate(IEnumerable<(string Key, string Value)> settings) => string.Concat(settings
        .Select(setting => (Path: setting.Key.Split('.'), setting.Value))
        .GroupBy(setting => setting.Path[0], setting => setting.Path is [_, var inner] ? $"  {inner}: {setting.Value}" : $"  {setting.Value}")
        .Select(group => $"{group.Key}:\n{string.Join('\n', group)}\n"));

    [GeneratedRegex("^[A-Za-z0-9._-]+$")]
    private static partial Regex PlainWord();
}
