using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Findings;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ContainerSecurity.Formats;

/// <summary>Reads YAML as JSON with lines: aliases are what they name, merge keys (<c>&lt;&lt;</c>) are merged in.</summary>
internal sealed class LocatedYaml
{
    // A few lines of aliases can stand for millions of values, or for themselves.
    private const int MostValues = 200_000;
    private const int DeepestValue = 200;

    private readonly string _file;
    private int _values;

    private LocatedYaml(string file) => _file = file;

    /// <returns>Null for an empty text.</returns>
    /// <exception cref="InputException">Not one YAML document, or one that aliases blow up.</exception>
    public static LocatedValue? Parse(string file, string text) =>
        YamlText.ReadOne(file, text) is { } root ? new LocatedYaml(file).Value(root, 0) : null;

    private LocatedValue Value(YamlNode node, int depth)
    {
        var line = (int)node.Start.Line;
        if (++_values > MostValues || depth > DeepestValue)
            throw new InputException($"{_file}:{line}: aliases make more of this file than can be read. Write it without them.") { Line = line };
        return node switch
        {
            YamlMappingNode mapping => new(line, JsonValueKind.Object, null) { Members = Members(mapping, depth + 1) },
            YamlSequenceNode list => new(line, JsonValueKind.Array, null) { Items = [.. list.Children.Select(item => Value(item, depth + 1))] },
            YamlScalarNode scalar when KindOf(scalar) is var kind => new(FirstLineOf(scalar), kind, kind == JsonValueKind.Null ? null : scalar.Value),
            _ => throw new InputException($"{_file}:{line}: a kind of YAML that is not known. Mend the file and run again.") { Line = line },
        };
    }

    /// <summary>Own members win over merged ones, and earlier merged ones over later.</summary>
    private ImmutableArray<LocatedMember> Members(YamlMappingNode mapping, int depth)
    {
        var members = ImmutableArray.CreateBuilder<LocatedMember>();
        var merged = new List<LocatedMember>();
        foreach (var (key, node) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
                throw new InputException($"{_file}:{key.Start.Line}: a key that is no text. Mend the file and run again.") { Line = (int)key.Start.Line };
            var value = Value(node, depth);
            if (name == "<<" && (key is YamlScalarNode { Style: ScalarStyle.Plain } || IsMerge(key.Tag)))
                merged.AddRange(value.Kind == JsonValueKind.Array ? value.Items.SelectMany(item => item.Members) : value.Members);
            else
                members.Add(new(name, (int)key.Start.Line, value));
        }

        var names = members.Select(member => member.Name).ToHashSet();
        members.AddRange(merged.Where(member => names.Add(member.Name)));
        return members.DrainToImmutable();
    }

    /// <summary><c>!!merge "&lt;&lt;"</c> is one in quotes too.</summary>
    private static bool IsMerge(TagName tag) => !tag.IsEmpty && tag.Value == "tag:yaml.org,2002:merge";

    /// <summary>A block begins on the line after its indicator; the text of the other styles on their own.</summary>
    private static int FirstLineOf(YamlScalarNode scalar) => (int)scalar.Start.Line + (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? 1 : 0);

    private static JsonValueKind KindOf(YamlScalarNode scalar) => (scalar.Style, scalar.Value?.ToLowerInvariant()) switch
    {
        (not ScalarStyle.Plain, _) => JsonValueKind.String,
        (_, null or "" or "~" or "null") => JsonValueKind.Null,
        (_, "true") => JsonValueKind.True,
        (_, "false") => JsonValueKind.False,
        _ => JsonValueKind.String,
    };
}
