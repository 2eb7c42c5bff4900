using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>
/// A schema with what it refers to and is made of: its own members first, then those of <c>$ref</c>, of <c>allOf</c>, and of the one branch of an
/// <c>anyOf</c> or <c>oneOf</c> that is not null. The first that has a member counts. The branches of the root, which must be one object, are joined.
/// </summary>
internal sealed class FlatSource
{
    private const int MaxReferences = 16;

    private readonly List<NamedValue> _members = [];
    private readonly List<string> _references;

    private FlatSource(List<string> references) => _references = [.. references];

    /// <summary>The references followed on the way here, so that none is followed in a circle.</summary>
    public List<string> References => _references;

    public List<NamedValue> Members => _members;

    public bool IsNullable { get; private set; }

    /// <summary>The members are those of several branches, which may say different things of one property.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>The branches, when there are several.</summary>
    public List<JsonValue> Branches { get; } = [];

    public static FlatSource Read(ReadOnlySpan<byte> source, JsonValue schema, JsonValue root, List<string> references, bool isRoot)
    {
        var whole = new FlatSource(references);
        whole.Add(source, schema, root);
        if (isRoot && whole.HasObjectsOnly(source, root))
            whole.JoinBranches(source, root);
        return whole;
    }

    public JsonValue Find(string name) => _members.Find(member => member.Name == name)?.Value ?? default;

    public List<JsonValue> All(string name)
    {
        var values = new List<JsonValue>();
        foreach (var member in _members)
        {
            if (member.Name == name)
                values.Add(member.Value);
        }

        return values;
    }

    /// <summary>The different schemas of a property.</summary>
    public List<JsonValue> FindProperty(ReadOnlySpan<byte> source, string name)
    {
        var schemas = new List<JsonValue>();
        foreach (var properties in All("properties"))
        {
            var schema = SchemaMembers.Find(source, properties, System.Text.Encoding.UTF8.GetBytes(name));
            var isKnown = !schema.IsPresent;
            foreach (var known in schemas)
                isKnown |= known.In(source).SequenceEqual(schema.In(source));
            if (!isKnown)
                schemas.Add(schema);
        }

        return schemas;
    }

    private void Add(ReadOnlySpan<byte> source, JsonValue schema, JsonValue root)
    {
        var members = SchemaMembers.Members(source, schema);
        _members.AddRange(members);
        foreach (var member in members)
        {
            switch (member.Name)
            {
                case "$ref":
                    Follow(source, member.Value, root);
                    break;
                case "allOf":
                    foreach (var part in SchemaMembers.Elements(source, member.Value))
                        Add(source, part, root);
                    break;
                case "anyOf" or "oneOf" when Branches.Count == 0:
                    AddBranches(source, member.Value, root);
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

    private bool HasObjectsOnly(ReadOnlySpan<byte> source, JsonValue root)
    {
        foreach (var branch in Branches)
        {
            var flat = Read(source, branch, root, _references, isRoot: false);
            if (flat.Branches.Count > 0 || FlatType.Read(source, flat, "string") is not { Name: "object", Others.Count: 0 })
                return false;
        }

        return true;
    }

    /// <summary>What one branch requires, another may not know.</summary>
    private void JoinBranches(ReadOnlySpan<byte> source, JsonValue root)
    {
        IsJoined = Branches.Count > 0;
        var own = _members.Count;
        var branches = Branches.ToArray();
        Branches.Clear();
        foreach (var branch in branches)
            Add(source, branch, root);
        Branches.Clear();
        for (var index = _members.Count - 1; index >= own; index--)
        {
            if (_members[index].Name == "required")
                _members.RemoveAt(index);
        }
    }
}
