using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Shell.Programs;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ContainerSecurity.Formats.Scripts;

/// <summary>Takes the <c>run:</c> blocks out of a GitHub workflow or action.</summary>
internal static partial class WorkflowScripts
{
    /// <exception cref="InputException">Not YAML.</exception>
    public static IEnumerable<Script> Read(string path, string text) =>
        YamlText.ReadOne(path, text) is { } root ? Mappings(root).SelectMany(mapping => RunsOf(path, mapping)) : [];

    /// <summary>Each mapping once, however often aliases name it: a few lines of them can stand for millions.</summary>
    private static IEnumerable<YamlMappingNode> Mappings(YamlNode root)
    {
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        var open = new Stack<YamlNode>([root]);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;
            if (node is YamlMappingNode mapping)
                yield return mapping;
            foreach (var child in ChildrenOf(node).Reverse())
                open.Push(child);
        }
    }

    private static IEnumerable<YamlNode> ChildrenOf(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.Select(entry => entry.Value),
        YamlSequenceNode sequence => sequence.Children,
        _ => [],
    };

    private static IEnumerable<Script> RunsOf(string path, YamlMappingNode mapping) =>
        from entry in mapping.Children
        where entry is { Key: YamlScalarNode { Value: "run" }, Value: YamlScalarNode { Value: not null } }
        let block = (YamlScalarNode)entry.Value
        select new Script(path, FirstLineOf(block), Expression().Replace(block.Value!, "EXPRESSION"), LanguageOf(mapping));

    /// <summary>A block begins on the line after its indicator; the text of the other styles on their own.</summary>
    private static int FirstLineOf(YamlScalarNode node) =>
        (int)node.Start.Line + (node.Style is ScalarStyle.Literal or ScalarStyle.Folded ? 1 : 0);

    private static ScriptLanguage LanguageOf(YamlMappingNode step) =>
        step.Children.FirstOrDefault(entry => entry.Key is YamlScalarNode { Value: "shell" }).Value is YamlScalarNode { Value: { } shell }
            ? shell.Split(' ')[0] switch
            {
                "pwsh" or "powershell" => ScriptLanguage.PowerShell,
                var program when Programs.IsShell(Programs.NameOf(program)) => ScriptLanguage.Shell,
                _ => ScriptLanguage.Other,
            }
            : ScriptLanguage.Shell;

    // ${{ … }} is replaced before any shell sees the text; a shell parser would stumble over it.
    [GeneratedRegex(@"\$\{\{.*?\}\}")]
    private static partial Regex Expression();
}
