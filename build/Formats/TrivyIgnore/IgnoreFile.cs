using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Findings;
using YamlDotNet.RepresentationModel;

namespace ContainerSecurity.Formats.TrivyIgnore;

/// <summary>
/// The exceptions of <c>.trivyignore.yaml</c>, in Trivy's format. The suite reads and applies them itself: Trivy drops an expired one without a word and
/// never says that one covers nothing (gates.md 1.6).
/// </summary>
internal sealed record IgnoreFile
{
    public const string Name = ".trivyignore.yaml";

    public ImmutableArray<IgnoreEntry> Vulnerabilities { get; init; } = [];

    public ImmutableArray<IgnoreEntry> Misconfigurations { get; init; } = [];

    public ImmutableArray<IgnoreEntry> Secrets { get; init; } = [];

    /// <summary>Their ids are names of licences.</summary>
    public ImmutableArray<IgnoreEntry> Licenses { get; init; } = [];

    /// <exception cref="InputException">Not YAML, or of another form; the message names file and line.</exception>
    public static IgnoreFile Read(string root)
    {
        var path = Path.Combine(root, Name);
        if (File.Exists(Path.Combine(root, ".trivyignore")))
            throw new InputException($".trivyignore is not read, because its lines need no reason and no end. Move its exceptions into {Name}.");

        return File.Exists(path) ? Parse(File.ReadAllText(path)) : new IgnoreFile();
    }

    public static IgnoreFile Parse(string text)
    {
        var file = YamlFile.Parse(Name, text);
        var all = new IgnoreFile();
        foreach (var (key, entries) in file.Root.Children)
        {
            all = file.Text(key) switch
            {
                "vulnerabilities" => all with { Vulnerabilities = Entries(file, entries) },
                "misconfigurations" => all with { Misconfigurations = Entries(file, entries) },
                "secrets" => all with { Secrets = Entries(file, entries) },
                "licenses" => all with { Licenses = Entries(file, entries) },
                var other => throw file.Bad(key, $"'{other}' is none of vulnerabilities, misconfigurations, secrets and licenses"),
            };
        }

        return all;
    }

    private static ImmutableArray<IgnoreEntry> Entries(YamlFile file, YamlNode node) => node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(entry => Entry(file, entry))],
        YamlScalarNode { Value: null or "" } => [],
        _ => throw file.Bad(node, "a list of exceptions was expected"),
    };

    private static IgnoreEntry Entry(YamlFile file, YamlNode node)
    {
        if (node is not YamlMappingNode fields)
            throw file.Bad(node, "an exception with id, statement and expired_at was expected");

        var entry = new IgnoreEntry { Id = "", Line = (int)node.Start.Line };
        foreach (var (key, value) in fields.Children)
        {
            entry = file.Text(key) switch
            {
                "id" => entry with { Id = file.Text(value) },
                "paths" => entry with { Paths = [.. file.Texts(value)] },
                "purls" => entry with { Purls = [.. file.Texts(value)] },
                "statement" => entry with { Statement = file.Text(value) },
                "expired_at" => entry with { ExpiresAt = Date(file, value) },
                var other => throw file.Bad(key, $"an exception has no field '{other}'"),
            };
        }

        return entry.Id.Length > 0 ? entry : throw file.Bad(node, "the exception has no id");
    }

    private static DateOnly Date(YamlFile file, YamlNode node) =>
        DateOnly.TryParseExact(file.Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw file.Bad(node, $"'{file.Text(node)}' is no date of the form 2026-12-31");
}
