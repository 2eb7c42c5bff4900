using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proxy.Tests.Translation.Tokens;

/// <summary>JSON as tools take and give it, from a seed: parameter schemas, tables of records, nested settings, laid out or compact.</summary>
internal static class MadeUpJson
{
    private static readonly string[] Nouns =
        ["file", "order", "user", "event", "path", "message", "account", "branch", "server", "report", "window", "ticket", "query", "image"];
    private static readonly string[] Adjectives =
        ["last", "old", "total", "max", "new", "shared", "active", "open", "hidden", "first", "parent", "local"];
    private static readonly string[] Verbs = ["read", "create", "send", "check", "list", "remove", "update", "search"];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static IEnumerable<HeldOutText> All()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            JsonNode node = (seed % 4) switch
            {
                0 => Schema(random),
                1 => Records(random),
                2 => Settings(random, 3),
                _ => new JsonArray([.. Enumerable.Range(0, 4).Select(_ => Schema(random))]),
            };
            yield return new HeldOutText($"made up, seed {seed}", node.ToJsonString(random.Next(2) == 0 ? Indented : null));
        }
    }

    private static JsonObject Schema(Random random)
    {
        var properties = new JsonObject();
        for (var i = 0; i < 8; i++)
        {
            var (adjective, noun) = (Pick(random, Adjectives), Pick(random, Nouns));
            properties[random.Next(2) == 0 ? $"{adjective}_{noun}" : noun] = new JsonObject
            {
                ["type"] = Pick(random, ["string", "integer", "boolean", "number"]),
                ["description"] = $"The {adjective} {noun} to {Pick(random, Verbs)}, when the {Pick(random, Nouns)} is {Pick(random, Adjectives)}.",
            };
        }

        var required = new JsonArray([.. properties.Take(2).Select(property => JsonValue.Create(property.Key))]);
        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }

    private static JsonArray Records(Random random) => new([.. Enumerable.Range(0, 12).Select(_ => new JsonObject
    {
        ["id"] = random.Next(1, 100_000),
        ["name"] = $"{Pick(random, Adjectives)} {Pick(random, Nouns)}",
        ["createdAt"] = DateTime.UnixEpoch.AddSeconds(random.Next()).ToString("s", CultureInfo.InvariantCulture) + "Z",
        ["isActive"] = random.Next(2) == 0,
        ["ratio"] = Math.Round(random.NextDouble(), 3),
        ["tags"] = new JsonArray(Pick(random, Nouns), Pick(random, Verbs)),
        ["owner"] = random.Next(3) == 0 ? null : Pick(random, Nouns),
    })]);

    private static JsonObject Settings(Random random, int depth)
    {
        var settings = new JsonObject();
        for (var i = 0; i < 4; i++)
        {
            var key = Pick(random, Verbs) + char.ToUpperInvariant(Pick(random, Nouns)[0]) + Pick(random, Nouns)[1..];
            settings[key] = depth > 0 ? Settings(random, depth - 1)
                : random.Next(3) switch { 0 => random.Next(1000), 1 => $"/{Pick(random, Nouns)}/{Pick(random, Adjectives)}", _ => true };
        }

        return settings;
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
