using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports.Records;

/// <summary><c>scan.json</c>, written and read by one definition. Unused fields are absent; enumerations are lower case.</summary>
/// <remarks><c>scan.schema.json</c> describes the same for other programs.</remarks>
internal static partial class ScanRecord
{
    /// <summary>Lists that say something by being empty.</summary>
    private static readonly string[] AlwaysThere = ["gates", "findings", "notes", "checks", "coveredBy"];

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new CoverageConverter(),
            new DurationConverter(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsUnused } },
    };

    public static byte[] Write(ScanReport report) => [.. JsonSerializer.SerializeToUtf8Bytes(ScanDocument.Of(report), Options), (byte)'\n'];

    /// <param name="name">The file, for errors.</param>
    /// <exception cref="InputException">
    /// It is no record, one of another version, or one whose parts contradict each other; the message says where.
    /// </exception>
    public static ScanReport Read(ReadOnlySpan<byte> bytes, string name = "scan.json")
    {
        try
        {
            RequireVersion(bytes, name);
            var report = (JsonSerializer.Deserialize<ScanDocument>(bytes, Options) ?? throw new JsonException("it is null.")).ToReport();
            var difference = RecordDifference.Find(JsonNode.Parse(bytes), JsonNode.Parse(Write(report)), "$");
            return difference is null
                ? report
                : throw new InputException($"{name}: {difference} It was changed after the run that wrote it, or is damaged. Scan again.");
        }
        catch (JsonException broken)
        {
            var (where, line) = (broken.Path is { Length: > 0 } path ? $" at {path}" : "", broken.LineNumber is { } before ? $":{before + 1}" : "");
            throw new InputException($"{name}{line}: not a record of a scan{where}: {Plain(broken)} Scan again.", broken);
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException)
        {
            throw new InputException($"{name}: not a record of a scan: {broken.Message} Scan again.", broken);
        }
    }

    /// <summary>Without the names of this program's types, and the path that the message begins with.</summary>
    private static string Plain(JsonException broken) => TypeOf().Replace(broken.Message.Split(" Path: ")[0], "it is ");

    [GeneratedRegex("^JSON deserialization for type '[^']*' was ")]
    private static partial Regex TypeOf();

    /// <summary>A newer record may hold what this program does not know; that is not the same as a broken one.</summary>
    private static void RequireVersion(ReadOnlySpan<byte> bytes, string name)
    {
        var reader = new Utf8JsonReader(bytes);
        for (var tokens = reader; tokens.Read();)
        {
            if (tokens.TokenType == JsonTokenType.Null)
                throw new JsonException($"it holds null at byte {tokens.TokenStartIndex}; what is unused is left out.");
        }

        using var document = JsonDocument.ParseValue(ref reader);
        var version = document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("schemaVersion", out var stated)
            && stated.ValueKind == JsonValueKind.Number
            && stated.TryGetInt32(out var number) ? number : throw new JsonException("it has no schemaVersion.");
        if (version != ScanReport.SchemaVersion)
        {
            throw new InputException(
                $"{name}: its schemaVersion is {version}, and this suite reads {ScanReport.SchemaVersion}. Use the suite of the release that wrote it.");
        }
    }

    private static void LeaveOutWhatIsUnused(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.AssociatedParameter?.IsNullable == true))
            property.IsRequired = false;
        foreach (var property in type.Properties.Where(property => property.PropertyType != typeof(string)))
        {
            if (typeof(IEnumerable).IsAssignableFrom(property.PropertyType) && !AlwaysThere.Contains(property.Name))
                property.ShouldSerialize = (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
            else if (property.Name == "leftOut")
                property.ShouldSerialize = (_, value) => value is true;
        }
    }
}
