using System.Collections.Immutable;
using System.Text.Json;
using Build.Tests.Gates.Policy;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ReleasePolicies;

namespace Build.Tests.Formats.ReleasePolicies;

public class ReleasePolicyReaderTests
{
    private static readonly string Digest = $"sha256:{new string('0', 64)}";

    [Fact]
    public void Every_part_is_read()
    {
        var image = Read($$"""
            image:
              ports: [8082/tcp, 53/udp]
              base:
                image: debian:12@{{Digest}}
                layers: [{{Digest}}]
              files: [/app/**]
              packages: []
              labels: [title]
              environment: [PATH]
              size: 16 MiB
              entries: 40
              certificates:
                expired: 3
                days: 900
            """).Image;

        Assert.Equal(["53/udp", "8082/tcp"], image.Ports);
        Assert.Equal(($"debian:12@{Digest}", Digest), (image.Base!.Image, Assert.Single(image.Base.Layers)));
        Assert.Equal("/app/**", Assert.Single(image.Files!.Value));
        Assert.Empty(image.Packages!.Value);
        Assert.Equal(("title", "PATH"), (Assert.Single(image.Labels!), Assert.Single(image.Environment!)));
        Assert.Equal((16 << 20, 40), (image.Size!.Value.Bytes, image.Entries));
        Assert.Equal(new CertificatePolicy(3, 900), image.Certificates);
    }

    [Fact]
    public void What_is_not_written_is_not_promised()
    {
        var image = Read("image:\n  ports: []\n").Image;

        Assert.Null(image.Base);
        Assert.Null(image.Files);
        Assert.Null(image.Packages);
        Assert.Null(image.Labels);
        Assert.Null(image.Environment);
        Assert.Null(image.Size);
        Assert.Null(image.Entries);
        Assert.Null(image.Certificates);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1500", 1500)]
    [InlineData("2 kB", 2000)]
    [InlineData("2KiB", 2048)]
    [InlineData("3 MB", 3_000_000)]
    [InlineData("1 GiB", 1 << 30)]
    public void Sizes_have_units(string text, long bytes) => Assert.Equal(bytes, ImageSize.Parse(text)?.Bytes);

    [Theory]
    [InlineData("ports: [8082-8083/tcp]", "names the port")]
    [InlineData("base: debian", "write scratch, or image and layers")]
    [InlineData("base: {image: 'debian:12'}", "names no digest")]
    [InlineData("base: {layers: []}", "needs both")]
    [InlineData("files: [etc/passwd]", "path of a file from the root")]
    [InlineData("files: [/etc/]", "path of a file from the root")]
    [InlineData("files: [/]", "path of a file from the root")]
    [InlineData("files: /etc", "must be a list")]
    [InlineData("environment: [A=b]", "write the name alone")]
    [InlineData("size: large", "write 16 MiB")]
    [InlineData("size: -1", "write 16 MiB")]
    [InlineData("size: 16 TB", "write 16 MiB")]
    [InlineData("entries: many", "write a whole number")]
    [InlineData("entries: 1.5", "write a whole number")]
    [InlineData("certificates: {expired: none}", "write a whole number")]
    [InlineData("sise: 16 MiB", "`sise` is no field of an image; known are ports, base, files, packages")]
    [InlineData("certificates: {old: 1}", "`old` is no field of certificates; known are expired and days")]
    public void What_means_nothing_is_an_error_with_its_line(string field, string message)
    {
        var error = Assert.Throws<InputException>(() => Read($"bases: []\nimage:\n  {field}\n"));

        Assert.StartsWith("policy.yaml:3", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_know_exactly_the_fields_of_the_table() => Assert.All(PolicyFields.All, part =>
    {
        var unknown = Assert.Throws<InputException>(() => Read(At(part.Path, "planted"))).Message;
        Assert.All(part.Fields, field =>
        {
            Assert.Contains(field.Name, unknown, StringComparison.Ordinal);
            Assert.DoesNotContain("is no field of", MessageOf(At(part.Path, field.Name)), StringComparison.Ordinal);
        });
    });

    [Fact]
    public void The_schema_knows_exactly_the_fields_of_the_table()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(SampleRepository.ThisRepository, "build/policy.schema.json")));

        Assert.All(PolicyFields.All, part =>
            Assert.Equal(part.Fields.Select(field => field.Name).Order(), PropertiesAt(schema.RootElement, part.Path).Order()));
    }

    /// <summary>YAML in which one field stands at a path of the table.</summary>
    private static string At(string path, string field) => path.Split('.', StringSplitOptions.RemoveEmptyEntries).Reverse().Aggregate(
        $"{{{field}: [[]]}}",
        (inner, name) => name == "*" ? $"{{XX-1.1: {inner}}}"
            : name.EndsWith("[]", StringComparison.Ordinal) ? $"{{{name[..^2]}: [{inner}]}}"
            : $"{{{name}: {inner}}}");

    private static string MessageOf(string text)
    {
        try
        {
            Read(text);
            return "";
        }
        catch (InputException error)
        {
            return error.Message;
        }
    }

    private static ImmutableArray<string> PropertiesAt(JsonElement schema, string path)
    {
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            schema = Step(schema, name);
        Assert.False(schema.GetProperty("additionalProperties") is { ValueKind: JsonValueKind.True });
        return [.. schema.GetProperty("properties").EnumerateObject().Select(property => property.Name)];
    }

    private static JsonElement Step(JsonElement schema, string name)
    {
        if (name == "*")
            return schema.GetProperty("additionalProperties");
        var property = schema.GetProperty("properties").GetProperty(name.TrimEnd('[', ']'));
        return name.EndsWith("[]", StringComparison.Ordinal) ? property.GetProperty("items")
            : property.TryGetProperty("oneOf", out var forms) ? forms.EnumerateArray().Last()
            : property;
    }

    private static ReleasePolicy Read(string text) => ReleasePolicyReader.Read("policy.yaml", text);
}
