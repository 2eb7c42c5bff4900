using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>
/// A schema with what it refers to and is made of: its own members first, then those of <c>$ref</c>, of <c>allOf</c>, and of the one branch of an
/// <c>anyOf</c> or <c>oneOf</c> that is not null. The first that has a member counts.
/// </summary>
internal sealed class GeminiSource
{
    private const int MaxReferences = 16;

    private readonly List<(string Name, JsonValue Value)> _members = [];
    private readonly List<string> _references;

    private GeminiSource(List<string> references) => _references = [.. references];

    /// <summary>The references followed on the way here, so that none is followed in a circle.</summary>
    public List<string> References => _references;

    public IReadOnlyList<(string Name, JsonValue Value)> Members => _members;

    public bool IsNullable { get; private set; }

    /// <summary>The branches, when there are several.</summary>
    public List<JsonValue> Branches { get; } = [];

    public static GeminiSource Read(ReadOnlySpan<byte> source, JsonValue schema, JsonValue root, List<string> references)
    {
        var whole = new GeminiSource(references);
        whole.Add(source, schema, root);
        return whole;
    }

    public JsonValue Find(string name) => _members.Find(member => member.Name == name).Value;

    public List<JsonValue> All(string name) => [.. _members.Where(member => member.Name == name).Select(member => member.Value)];

    private void Add(ReadOnlySpan<byte> source, JsonValue schema, JsonValue root)
    {
        var members = SchemaMembers.Members(source, schema);
        _members.AddRange(members);
        foreach (var (name, value) in members)
        {
            switch (name)
            {
                case "$ref":
                    Follow(source, value, root);
                    break;
                case "allOf":
                    foreach (var part in SchemaMembers.Elements(source, value))
                        Add(source, part, root);
                    break;
                case "anyOf" or "oneOf" when Branches.Count == 0:
                    AddBranches(source, value, root);
                    break;
            }
        }
    }

    private void Follow(ReadOnlySpan<byte> source, JsonValue reference, JsonValue root)
    {
        var path = SchemaMembers.Text(source, reference);
        if (path is null || !path.StartsWith("#/", StringComparison.Ordinal) || _references.Contains(path) || _references.Count == MaxReferences)
            return;
        _references.Add(path);
        var target = root;
        foreach (var step in path[2..].Split('/'))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            target = SchemaMembers.Find(source, target, System.Text.Encoding.UTF8.GetBytes(name));
        }

        Add(source, target, root);
    }

    private void AddBranches(ReadOnlySpan<byte> source, JsonValue branches, JsonValue root)
    {
        foreach (var branch in SchemaMembers.Elements(source, branches))
        {
            if (SchemaMembers.Text(source, SchemaMembers.Find(source, branch, "type"u8)) == "null")
                IsNullable = true;
            else
                Branches.Add(branch);
        }

        if (Branches is not [var only])
            return;
        Branches.Clear();
        Add(source, only, root);
    }
}
