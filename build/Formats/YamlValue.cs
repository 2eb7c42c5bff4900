using ContainerSecurity.Findings;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ContainerSecurity.Formats;

/// <summary>A value of a YAML file that knows where it stands, so that what is wrong with it can be told.</summary>
internal sealed record YamlValue(string File, string Key, YamlNode Node)
{
    public bool IsNothing => Node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" };

    private bool IsText => Node is YamlScalarNode { Value: not null } && !IsNothing;

    public InputException Wrong(string why) => new($"{File}:{Node.Start.Line}: `{Key}` {why}.");

    public IEnumerable<KeyValuePair<string, YamlValue>> Entries()
    {
        if (IsNothing)
            return [];
        return Node is YamlMappingNode mapping
            ? mapping.Children.Select(Entry)
            : throw Wrong("must be a mapping of keys to values");
    }

    public string Text() => IsText ? ((YamlScalarNode)Node).Value! : throw Wrong("must be one text");

    public IEnumerable<string> Texts()
    {
        if (IsNothing)
            return [];
        return Node is YamlSequenceNode sequence
            ? sequence.Children.Select(item => this with { Node = item }).Select(item => item.IsText ? item.Text() : throw item.Wrong("must be a list in which each item is one text"))
            : throw Wrong("must be a list");
    }

    public IEnumerable<string> TextOrTexts() => Node is YamlScalarNode && !IsNothing ? [Text()] : Texts();

    public bool Switch() => Node is YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } && bool.TryParse(text, out var on)
        ? on
        : throw Wrong("must be true or false");

    private KeyValuePair<string, YamlValue> Entry(KeyValuePair<YamlNode, YamlNode> child)
    {
        var key = child.Key is YamlScalarNode { Value: { } text } ? text : throw Wrong("has a key that is no text");
        // The line of a key is the one to look at, also when its value begins below.
        var value = new YamlValue(File, key, child.Value);
        return KeyValuePair.Create(key, value);
    }
}
