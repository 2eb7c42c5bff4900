using ContainerSecurity.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ContainerSecurity.Sources;

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
            [_, var second, ..] => throw new InputException($"{name}:{second.RootNode.Start.Line}: one document was expected, and here begins a second. Mend the file and run again.")
            {
                Line = (int)second.RootNode.Start.Line,
            },
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
            throw new InputException($"{name}:{broken.Start.Line}: not YAML: {broken.Message} Mend the file and run again.", broken)
            {
                Line = (int)broken.Start.Line,
            };
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            // YamlDotNet's scanner leaves some broken texts with these, without a place.
            throw new InputException($"{name}: not YAML: {broken.Message} Look for a bracket or a quote that is not closed.", broken);
        }
    }

    /// <summary>A tree too deep, or one with a loop: whoever walks it by recursion would not come back.</summary>
    private static void RefuseEndlessness(string name, string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var open = new Stack<AnchorName>(); parser.MoveNext();)
        {
            if (parser.Current is AnchorAlias alias && open.Contains(alias.Value))
                throw Refused("this alias stands for what it is in");
            if (parser.Current!.NestingIncrease < 0)
                open.Pop();
            else if (parser.Current.NestingIncrease > 0)
                open.Push(parser.Current is NodeEvent node ? node.Anchor : AnchorName.Empty);
            if (open.Count > DeepestNesting)
                throw Refused($"nested deeper than {DeepestNesting} levels");
        }

        InputException Refused(string why) => new($"{name}:{parser.Current!.Start.Line}: {why}. Mend the file and run again.") { Line = (int)parser.Current.Start.Line };
    }
}
