namespace Proxy.Tests.Providers.Schemas;

/// <summary>JSON schemas with keywords of every kind, in no order, with spaces, and with properties and values that look like keywords.</summary>
internal sealed class RandomSchema(Random random)
{
    private const int MaxDepth = 4;

    private static readonly string[] Patterns = ["^a+$", @"\\p{L}", @"^(?!_)\\w", @"[\\w-.]", @"\\\\p{L}"];
    private static readonly string[] Properties = ["a", "pattern", "format", "type", "$ref", "not", "anyOf", "const", "p\\u0061ttern"];
    private static readonly string[] Values =
    [
        "\"type\":\"string\"", "\"type\":[\"array\",\"null\"]", "\"type\":\"object\"", "\"type\":\"array\"", "\"description\":\"\\\"pattern\\\":\"",
        "\"enum\":[{\"pattern\":\"\\\\p{L}\",\"not\":1}]", "\"const\":{\"format\":1}", "\"default\":{\"pattern\":\"\\\\p{L}\"}", "\"format\":\"uri\"",
        "\"minLength\":1", "\"maxItems\":2", "\"minimum\":0.5", "\"$schema\":\"s\"", "\"title\":\"t\"", "\"nullable\":true", "\"required\":[\"a\"]",
        "\"$ref\":\"#/$defs/a\"", "\"$ref\":\"#\"", "\"uniqueItems\":true", "\"examples\":[{\"type\":\"array\"}]",
    ];

    public string Next() => Schema(0);

    private string Schema(int depth)
    {
        var members = new Dictionary<string, string>();
        for (var count = random.Next(depth == 0 ? 6 : 4); count > 0; count--)
        {
            var member = depth < MaxDepth && random.Next(2) == 0 ? Structure(depth) : Pick(Values);
            members[member.Split(':')[0]] = member;
        }

        return "{" + Space() + string.Join($",{Space()}", members.Values) + Space() + "}";
    }

    private string Structure(int depth) => random.Next(14) switch
    {
        0 => $"\"properties\":{Map(depth, Properties)}",
        1 => $"\"$defs\":{Map(depth, ["a"])}",
        2 => $"\"patternProperties\":{Map(depth, Patterns)}",
        3 => $"\"items\":{Any(depth)}",
        4 => $"\"items\":{List(depth)}",
        5 => $"\"anyOf\":{List(depth)}",
        6 => $"\"oneOf\":{List(depth)}",
        7 => $"\"allOf\":{List(depth)}",
        8 => $"\"not\":{Any(depth)}",
        9 => $"\"additionalProperties\":{Any(depth)}",
        10 => $"\"propertyNames\":{Any(depth)}",
        11 => $"\"if\":{Any(depth)}",
        12 => $"\"prefixItems\":{List(depth)}",
        _ => $"\"pattern\":\"{Pick(Patterns)}\"",
    };

    private string Map(int depth, string[] names) =>
        "{" + string.Join(',', names.Where(_ => random.Next(3) == 0).Select(name => $"\"{name}\" :{Any(depth)}")) + "}";

    private string List(int depth) => "[" + string.Join(" ,", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(depth))) + "]";

    private string Any(int depth) => random.Next(8) == 0 ? Pick(["true", "false"]) : Schema(depth + 1);

    private string Space() => random.Next(4) == 0 ? " " : "";

    private string Pick(string[] all) => all[random.Next(all.Length)];
}
