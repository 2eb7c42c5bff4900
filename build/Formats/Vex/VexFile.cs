using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.Vex;

/// <summary>Reads files of statements about vulnerabilities. A file that is not wholly understood says nothing, so it stops the gate.</summary>
internal static class VexFile
{
    private const int MostBytes = 64 * BoundedFile.MiB;

    /// <exception cref="InputException">Not readable, or of another form; the message names the file.</exception>
    public static ImmutableArray<VexStatement> ReadAll(IEnumerable<string> paths) => [.. paths.SelectMany(path => Read(path))];

    public static ImmutableArray<VexStatement> Read(string path)
    {
        var name = Path.GetFileName(path);
        return Parse(name, BoundedFile.Read($"--vex={name}", path, MostBytes));
    }

    public static ImmutableArray<VexStatement> Parse(string name, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement switch
            {
                { ValueKind: JsonValueKind.Object } root when Text(root, "bomFormat") == "CycloneDX" => CycloneDxVex.Read(name, root),
                { ValueKind: JsonValueKind.Object } root when Text(
                    root, "@context")?.StartsWith("https://openvex.dev/ns", StringComparison.Ordinal) == true => OpenVex.Read(name, root),
                _ => throw Bad(name, "it is neither OpenVEX nor CycloneDX"),
            };
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw Bad(name, "it is no whole JSON of the form it says to have", broken);
        }
    }

    public static InputException Bad(string name, string what, Exception? cause = null)
    {
        var message = $"--vex={name}: {what}. Mend the file, or leave it out.";
        return cause is null ? new InputException(message) : new InputException(message, cause);
    }

    /// <summary>What excuses a vulnerability must say why.</summary>
    public static string Reason(string name, int number, VexStatus status, params string?[] texts)
    {
        var reason = string.Join(": ", texts.Where(text => !string.IsNullOrWhiteSpace(text)));
        return reason.Length == 0 && status == VexStatus.NotAffected
            ? throw Bad(name, $"statement {number} says that something is not affected, but not why")
            : reason;
    }

    /// <returns>Null when there is no such member.</returns>
    public static string? Text(JsonElement json, string member) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var value) ? value.GetString() : null;

    public static IEnumerable<JsonElement> List(JsonElement json, string member) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var list) ? list.EnumerateArray() : [];
}
