using ContainerSecurity.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;
using YamlDotNet.RepresentationModel;

namespace ContainerSecurity.Formats;

/// <summary>A settings file in YAML: its one mapping, and the comments that stand on a line of their key.</summary>
/// <param name="Name">As messages call it.</param>
/// <param name="Root">Empty for an empty file.</param>
/// <param name="Remarks">Comments behind something, by 1-based line.</param>
internal sealed record YamlFile(string Name, YamlMappingNode Root, IReadOnlyDictionary<long, string> Remarks)
{
    /// <exception cref="InputException">Not YAML, or not one mapping; the message names file and line.</exception>
    public static YamlFile Parse(string name, string text) => YamlText.ReadOne(name, text) switch
    {
        null => new YamlFile(name, [], new Dictionary<long, string>()),
        YamlMappingNode root => new YamlFile(name, root, ReadRemarks(name, text)),
        var other => throw Bad(name, other.Start.Line, "a mapping of settings was expected"),
    };

    public InputException Bad(YamlNode where, string what) => Bad(Name, where.Start.Line, what);

    /// <exception cref="InputException">The node is anything but a text.</exception>
    public string Text(YamlNode node) => node is YamlScalarNode { Value: { } value } ? value : throw Bad(node, "a single value was expected");

    /// <exception cref="InputException">The node is neither a list of texts nor one text.</exception>
    public IEnumerable<string> Texts(YamlNode node) => node is YamlSequenceNode list ? list.Children.Select(Text) : [Text(node)];

    private static InputException Bad(string name, long line, string what) => new($"{name}:{line}: {what}. Mend the file and run again.");

    /// <exception cref="InputException">An alias: a setting must be read where it stands, and a few of them multiply without end.</exception>
    private static Dictionary<long, string> ReadRemarks(string name, string text)
    {
        var remarks = new Dictionary<long, string>();
        var scanner = new Scanner(new StringReader(text), skipComments: false);
        while (scanner.MoveNext())
        {
            if (scanner.Current is AnchorAlias alias)
                throw Bad(name, alias.Start.Line, $"'*{alias.Value}' is an alias, and settings are written out here");
            if (scanner.Current is Comment { IsInline: true, Value: { Length: > 0 } remark } comment)
                remarks[comment.Start.Line] = remark.Trim();
        }

        return remarks;
    }
}
