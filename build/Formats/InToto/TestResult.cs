using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ContainerSecurity.Formats.InToto;

/// <summary>Which tests passed and failed (in-toto/attestation, spec/predicates/test-result.md).</summary>
/// <param name="Configuration">What the tests were run with.</param>
internal sealed record TestResult(ImmutableArray<ResourceDescriptor> Configuration, ImmutableArray<string> Passed, ImmutableArray<string> Failed)
{
    private const string AllPassed = "PASSED";

    public JsonObject ToJson() => new()
    {
        ["result"] = Failed.IsEmpty ? AllPassed : "FAILED",
        ["configuration"] = new JsonArray([.. Configuration.Select(each => each.ToJson())]),
        ["passedTests"] = Texts(Passed),
        ["failedTests"] = Texts(Failed),
    };

    /// <summary>A result that contradicts itself has failed.</summary>
    /// <exception cref="InvalidOperationException">A member of another type.</exception>
    public static TestResult Read(JsonObject json)
    {
        var failed = Texts(json["failedTests"]);
        var passed = json["result"]?.GetValue<string>() == AllPassed;
        return new TestResult(
            [.. (json["configuration"]?.AsArray() ?? []).Select(each => ResourceDescriptor.Read(each!.AsObject()))],
            Texts(json["passedTests"]),
            passed == failed.IsEmpty ? failed : [.. failed, "the statement says both that it passed and that it failed"]);
    }

    private static JsonArray Texts(ImmutableArray<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static ImmutableArray<string> Texts(JsonNode? json) => [.. (json?.AsArray() ?? []).Select(text => text!.GetValue<string>())];
}
