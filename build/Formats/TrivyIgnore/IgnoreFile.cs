using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.TrivyIgnore;

/// <summary>
/// The exceptions of <c>.trivyignore.yaml</c>, in Trivy's format. The suite reads and applies them itself: Trivy drops an expired one
/// without a word and never says that one covers nothing.
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

        return File.Exists(path) ? Parse(BoundedFile.ReadText(Name, path)) : new IgnoreFile();
    }

    public static IgnoreFile Parse(string text)
    {
        // An exception stands where its reason and its end stand.
        var file = Setting.WholeFile(Name, LocatedYaml.Parse(Name, text, allowsAliases: false));
        return file.Entries().Aggregate(new IgnoreFile(), (all, entries) => entries.Key switch
        {
            "vulnerabilities" => all with { Vulnerabilities = ReadEntries(entries) },
            "misconfigurations" => all with { Misconfigurations = ReadEntries(entries) },
            "secrets" => all with { Secrets = ReadEntries(entries) },
            "licenses" => all with { Licenses = ReadEntries(entries) },
            _ => throw entries.WrongKey("is none of vulnerabilities, misconfigurations, secrets and licenses"),
        });
    }

    private static ImmutableArray<IgnoreEntry> ReadEntries(Setting entries) => [.. entries.Items().Select(ReadEntry)];

    private static IgnoreEntry ReadEntry(Setting item)
    {
        if (item.Value.Text is not null)
            throw item.Wrong("must be a list of exceptions, each with an id, a statement and expired_at");
        var entry = item.Entries().Aggregate(new IgnoreEntry { Id = "", Line = item.Value.Line }, (entry, field) => field.Key switch
        {
            "id" => entry with { Id = field.Text() },
            "paths" => entry with { Paths = [.. ReadScope(field)] },
            "purls" => entry with { Purls = [.. ReadScope(field)] },
            "statement" => entry with { Statement = field.Text() },
            "expired_at" => entry with { ExpiresAt = ReadDate(field) },
            _ => throw field.WrongKey("is not a field of an exception; known are id, paths, purls, statement and expired_at"),
        });
        return entry.Id.Length > 0 ? entry : throw item.Wrong("has an exception without an id");
    }

    /// <summary>A key without a value would let the exception cover all.</summary>
    private static IEnumerable<string> ReadScope(Setting field) =>
        field.IsNothing ? throw field.Wrong("must be a text or a list of texts") : field.TextOrTexts();

    private static DateOnly ReadDate(Setting field) =>
        DateOnly.TryParseExact(field.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw field.Wrong($"is `{field.Text()}`, which is not a date such as 2026-12-31");
}
