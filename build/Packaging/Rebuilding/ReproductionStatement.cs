using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Packaging.Rebuilding;

/// <summary>
/// A reproduction as others can read it: an in-toto statement (Statement v1) with the predicate test-result v0.1, in which the tests are the binary
/// and the image (in-toto/attestation, spec/predicates/test-result.md).
/// </summary>
internal static class ReproductionStatement
{
    private const string Type = "https://in-toto.io/Statement/v1";
    private const string PredicateType = "https://in-toto.io/attestation/test-result/v0.1";
    private const string BuilderScheme = "urn:builder:";

    public static byte[] Write(Reproduction reproduction)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("_type", Type);
            json.WriteStartArray("subject");
            WriteDescriptor(json, reproduction.Subject.Rid, reproduction.Subject.Binary);
            WriteDescriptor(json, "image", reproduction.Subject.Image);
            json.WriteEndArray();
            json.WriteString("predicateType", PredicateType);
            WritePredicate(json, reproduction);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <exception cref="InputException">Not such a statement; the message names the file.</exception>
    public static Reproduction Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(BoundedFile.Read(Path.GetFileName(path), path, BoundedFile.MiB));
            var (root, predicate) = (document.RootElement, document.RootElement.GetProperty("predicate"));
            if (root.GetProperty("predicateType").GetString() != PredicateType)
                throw new InputException($"{path} is no statement of the type {PredicateType}. Take it out of the folder.");
            var subjects = root.GetProperty("subject").EnumerateArray().ToList();
            var failed = predicate.GetProperty("failedTests").EnumerateArray().Select(test => test.GetString()!).ToImmutableArray();
            var passed = predicate.GetProperty("result").GetString() == "PASSED";
            var builder = predicate.GetProperty("configuration")[0].GetProperty("uri").GetString()!;
            return new Reproduction(
                Uri.UnescapeDataString(builder.Replace(BuilderScheme, "")),
                new BuiltSubject(subjects[0].GetProperty("name").GetString()!, DigestOf(subjects[0]), DigestOf(subjects[1])),
                passed == failed.IsEmpty ? failed : ["the statement says both that it passed and that it failed"]);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new InputException($"{path} is no statement of a reproduction ({broken.Message.TrimEnd('.')}). Take it out of the folder.", broken);
        }
    }

    private static void WritePredicate(Utf8JsonWriter json, Reproduction reproduction)
    {
        json.WriteStartObject("predicate");
        json.WriteString("result", reproduction.Differences.IsEmpty ? "PASSED" : "FAILED");
        json.WriteStartArray("configuration");
        json.WriteStartObject();
        json.WriteString("uri", BuilderScheme + Uri.EscapeDataString(reproduction.Builder));
        json.WriteEndObject();
        json.WriteEndArray();
        WriteTexts(json, "passedTests", reproduction.Differences.IsEmpty ? ["binary", "image"] : []);
        WriteTexts(json, "failedTests", reproduction.Differences);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteDescriptor(Utf8JsonWriter json, string name, string digest)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartObject("digest");
        json.WriteString("sha256", digest["sha256:".Length..]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string DigestOf(JsonElement subject) => "sha256:" + subject.GetProperty("digest").GetProperty("sha256").GetString();
}
