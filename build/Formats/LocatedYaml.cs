using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContainerSecurity.Formats;

/// <summary>Reads YAML as JSON with lines: aliases are what they name, merge keys (<c>&lt;&lt;</c>) are merged in.</summary>
internal sealed class LocatedYaml
{
    // A few lines of aliases can stand for millions of values.
    private const int MostValues = 200_000;

    private readonly string _file;
    private readonly YamlEvents _events;
    private readonly bool _allowsAliases;
    private readonly Dictionary<AnchorName, Node> _anchors = [];
    private readonly HashSet<AnchorName> _open = [];

    private LocatedYaml(string file, string text, bool allowsAliases) =>
        (_file, _events, _allowsAliases) = (file, new YamlEvents(file, text), allowsAliases);

    /// <param name="allowsAliases">Off where a setting must be read where it stands.</param>
    /// <returns>Null for an empty text.</returns>
    /// <exception cref="InputException">Not one YAML document, or one that aliases blow up; the message names file and line.</exception>
    public static LocatedValue? Parse(string file, string text, bool allowsAliases = true) =>
        new LocatedYaml(file, text, allowsAliases).ReadDocument();

    private LocatedValue? ReadDocument()
    {
        if (!_events.EnterDocument())
            return null;
        var isEmpty = _events.Current is Scalar { Value: "" };
        var root = Read(0).Value;
        _events.LeaveDocument();
        return isEmpty ? null : root;
    }

    /// <param name="depth">How many lists and mappings are around it.</param>
    private Node Read(int depth)
    {
        var part = _events.TakeValue();
        if (part is AnchorAlias alias)
            return NodeOf(alias, depth);
        var start = (NodeEvent)part;
        if (!start.Anchor.IsEmpty)
            _open.Add(start.Anchor);
        var node = start is Scalar scalar ? new Node(ValueOf(scalar), 1, 0)
            : depth == LocatedValue.DeepestNesting ? throw TooDeep(start)
            : start is MappingStart ? ReadMapping(start, depth + 1)
            : ReadList(start, depth + 1);
        // Compose takes such a value away, whatever it is (Compose specification, "Merge").
        if (!start.Tag.IsEmpty && start.Tag.Value == "!reset")
            node = node with { Value = new LocatedValue(node.Value.Line, JsonValueKind.Null, null) };
        if (_open.Remove(start.Anchor))
            _anchors[start.Anchor] = node;
        return node;
    }

    private Node ReadList(NodeEvent start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<LocatedValue>();
        var list = new Node(new((int)start.Start.Line, JsonValueKind.Array, null), 1, 1);
        while (_events.Current is not SequenceEnd)
        {
            (list, var item) = ReadInto(list, depth);
            items.Add(item);
        }

        _events.Take();
        return list with { Value = list.Value with { Items = items.DrainToImmutable() } };
    }

    /// <summary>Own members win over merged ones, and earlier merged ones over later.</summary>
    private Node ReadMapping(NodeEvent start, int depth)
    {
        var members = ImmutableArray.CreateBuilder<LocatedMember>();
        var (merged, names) = (new List<LocatedMember>(), new HashSet<string>());
        var mapping = new Node(new((int)start.Start.Line, JsonValueKind.Object, null), 1, 1);
        while (_events.Current is not MappingEnd)
        {
            var key = _events.Current;
            var name = ReadKey(key, depth);
            if (!names.Add(name))
                throw LocatedMember.SecondTime(_file, (int)key.Start.Line, name);
            (mapping, var value) = ReadInto(mapping, depth);
            if (IsMerge(key))
                merged.AddRange(value.Kind == JsonValueKind.Array ? value.Items.SelectMany(item => item.Members) : value.Members);
            else
                members.Add(new(name, (int)key.Start.Line, value));
        }

        _events.Take();
        members.AddRange(merged.Where(member => names.Add(member.Name)));
        return mapping with { Value = mapping.Value with { Members = members.DrainToImmutable() } };
    }

    private string ReadKey(ParsingEvent key, int depth)
    {
        var value = Read(depth).Value;
        // `null:` is a name like any other.
        return (key as Scalar)?.Value ?? value.Text ?? throw _events.Wrong(key, "a key that is not a text");
    }

    /// <summary>Reads one more value of a list or mapping, which grows by it.</summary>
    private (Node Outer, LocatedValue Value) ReadInto(Node outer, int depth)
    {
        var start = _events.Current;
        var inner = Read(depth);
        return outer.Count + inner.Count <= MostValues
            ? (outer with { Count = outer.Count + inner.Count, Height = Math.Max(outer.Height, inner.Height + 1) }, inner.Value)
            : throw _events.Wrong(start, $"aliases make more than {MostValues} values of this file. Write it without them");
    }

    private Node NodeOf(AnchorAlias alias, int depth)
    {
        if (_open.Contains(alias.Value))
            throw _events.Wrong(alias, "this alias stands for what it is in");
        if (!_allowsAliases)
            throw _events.Wrong(alias, $"`*{alias.Value}` is an alias, and settings are written out here");
        if (!_anchors.TryGetValue(alias.Value, out var node))
            throw _events.Wrong(alias, $"not YAML: no `&{alias.Value}` stands above this alias");
        return depth + node.Height <= LocatedValue.DeepestNesting ? node : throw TooDeep(alias);
    }

    private InputException TooDeep(ParsingEvent place) => _events.Wrong(place, $"nested deeper than {LocatedValue.DeepestNesting} levels");

    /// <summary><c>!!merge "&lt;&lt;"</c> is one in quotes too.</summary>
    private static bool IsMerge(ParsingEvent key) => key is Scalar { Value: "<<" } scalar
        && (scalar.Style == ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value == "tag:yaml.org,2002:merge"));

    /// <summary>A block begins on the line after its indicator; the text of the other styles on their own.</summary>
    private static LocatedValue ValueOf(Scalar scalar)
    {
        var line = (int)scalar.Start.Line + (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? 1 : 0);
        var kind = (scalar.Style, scalar.Value.ToLowerInvariant()) switch
        {
            (not ScalarStyle.Plain, _) => JsonValueKind.String,
            (_, "" or "~" or "null") => JsonValueKind.Null,
            (_, "true") => JsonValueKind.True,
            (_, "false") => JsonValueKind.False,
            _ => JsonValueKind.String,
        };
        return new LocatedValue(line, kind, kind == JsonValueKind.Null ? null : scalar.Value);
    }

    /// <summary>A value that was read, and what reading it again by an alias would cost.</summary>
    /// <param name="Count">It, and all in it.</param>
    /// <param name="Height">How many lists and mappings are in each other.</param>
    private readonly record struct Node(LocatedValue Value, int Count, int Height);
}
