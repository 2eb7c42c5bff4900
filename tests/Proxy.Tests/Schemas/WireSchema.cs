using System.Collections.Concurrent;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Proxy.Tests.Schemas;

/// <summary>
/// One of the schemas beside this file, which <c>generate.js</c> derives from the types of the official clients. They are closed: an unknown member
/// is refused.
/// </summary>
internal sealed class WireSchema
{
    public static readonly WireSchema ChatRequest = new("openai-chat-request");
    public static readonly WireSchema ResponsesRequest = new("openai-responses-request");
    public static readonly WireSchema Answer = new("anthropic-answer");
    public static readonly WireSchema Event = new("anthropic-event");
    public static readonly WireSchema Error = new("anthropic-error");
    public static readonly WireSchema TokenCount = new("anthropic-token-count");
    public static readonly WireSchema Models = new("anthropic-models");

    /// <summary>Traces are replayed at every byte, so that the same few texts come thousands of times.</summary>
    private readonly ConcurrentDictionary<string, bool> _known = new();
    private readonly Lazy<JsonSchema> _schema;
    private readonly string _name;

    private WireSchema(string name)
    {
        _name = name;
        _schema = new Lazy<JsonSchema>(() =>
            JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", $"{name}.json"))).GetAwaiter().GetResult());
    }

    /// <summary>Throws <see cref="WireException"/> unless the text is JSON that the schema allows.</summary>
    public void Check(string json)
    {
        if (_known.ContainsKey(json))
            return;
        var complaints = Complaints(Parse(json));
        if (complaints.Count > 0)
            throw new WireException($"{_name} does not allow: {string.Join(", ", complaints)}", json);
        if (json.Length < 4096)
            _known[json] = true;
    }

    private static JToken Parse(string json)
    {
        try
        {
            // Json.NET reads much that is no JSON: comments, single quotes, a comma too many.
            JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 }).Dispose();
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new WireException($"no JSON: {e.Message}", json);
        }

        using var reader = new JsonTextReader(new StringReader(json)) { MaxDepth = null, DateParseHandling = DateParseHandling.None };
        return JToken.Load(reader);
    }

    private List<string> Complaints(JToken value)
    {
        // A schema resolves its references while it is first used, and says nowhere that two threads may do so.
        lock (_schema)
            return [.. Tell(_schema.Value.Validate(value)).Distinct()];
    }

    /// <summary>Of the alternatives of a union, only what keeps the value from the one that was meant.</summary>
    private static IEnumerable<string> Tell(IEnumerable<ValidationError> errors) =>
        errors.SelectMany(error => Nearest(error) is { } nearest ? Tell(nearest) : [$"{error.Kind} {error.Path}"]);

    private static ICollection<ValidationError>? Nearest(ValidationError error) =>
        error is ChildSchemaValidationError { Errors.Count: > 0 } union ? union.Errors.Values.MinBy(errors => Distance(errors, union.Path)) : null;

    /// <summary>An alternative of another type, or with another name of its type, was not meant.</summary>
    private static int Distance(ICollection<ValidationError> errors, string? path) => errors.Sum(error => error switch
    {
        { Kind: ValidationErrorKind.NotInEnumeration, Property: "type" or "role" } => 1000,
        _ when error.Path == path && $"{error.Kind}".EndsWith("Expected", StringComparison.Ordinal) => 1000,
        _ => Nearest(error) is { } nearest ? Math.Min(Distance(nearest, error.Path), error.Path == path ? int.MaxValue : 100) : 1,
    });
}
