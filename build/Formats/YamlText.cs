using ContainerSecurity.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ContainerSecurity.Formats;

/// <summary>Reads YAML that must be one document, and says where it is none.</summary>
internal static class YamlText
{
    // The tree is built by recursion, so that a text of brackets alone would end the process.
    private const int DeepestNesting = 100;

    /// <returns>Null for an empty text.</returns>
    /// <exception cref="InputException">Not YAML, or more than one document; the message names file and line.</exception>
    public static YamlNode? ReadOne(string name, string text)
    {
        var stream = Load(name, text);
        return stream.Documents switch
        {
            [] or [{ RootNode: YamlScalarNode { Value: null or "" } }] => null,
            [{ RootNode: var root }] => root,
            [_, var second, ..] => throw Wrong(name, second.RootNode.Start, "one document was expected, and here begins a second. Mend the file and run again."),
        };
    }

    private static YamlStream Load(string name, string text)
    {
        var stream = new YamlStream();
        try
        {
            RefuseEndlessness(name, text);
            stream.Load(new StringReader(text));
            return stream;
        }
        catch (YamlException broken)
        {
            throw Wrong(name, broken.Start, $"not YAML: {broken.Message.TrimEnd('.')}. Mend the file and run again.", broken);
        }
    }

    /// <summary>A tree too deep, or one with a loop: whoever walks it by recursion would not come back.</summary>
    private static void RefuseEndlessness(string name, string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var open = new Stack<AnchorName>(); Next(parser, name);)
        {
            if (parser.Current is AnchorAlias alias && open.Contains(alias.Value))
                throw Wrong(name, parser.Current.Start, "this alias stands for what it is in. Mend the file and run again.");
            if (parser.Current!.NestingIncrease < 0)
                open.Pop();
            else if (parser.Current.NestingIncrease > 0)
                open.Push(parser.Current is NodeEvent node ? node.Anchor : AnchorName.Empty);
            if (open.Count > DeepestNesting)
                throw Wrong(name, parser.Current.Start, $"nested deeper than {DeepestNesting} levels. Mend the file and run again.");
        }
    }

    private static bool Next(Parser parser, string name)
    {
        var last = parser.Current?.End ?? Mark.Empty;
        try
        {
            return parser.MoveNext();
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            // YamlDotNet's scanner leaves some broken texts with these, without a place.
            throw Wrong(name, last, "not YAML. Look for a bracket or a quote that is not closed here or below.", broken);
        }
    }

    private static InputException Wrong(string name, Mark place, string what, Exception? cause = null) =>
        new($"{name}:{place.Line}: {what}", cause!) { Line = (int)place.Line };
}
