using System.Text;
using System.Text.RegularExpressions;

namespace Proxy.Tests.Translation.Tokens;

/// <summary>
/// Texts that the estimate's weights were never fitted to: what this repository itself holds, as files, parts of files, and recorded answers.
/// </summary>
internal static partial class HeldOutTexts
{
    /// <summary>Shorter ones say little: a word more or less is several percent of them.</summary>
    private const int MinLength = 400;

    private static readonly string[] Generated = ["bin", "obj", "artifacts", "node_modules", ".git"];

    public static IEnumerable<HeldOutText> Of(string kind) =>
        kind switch { "prose" => Prose(), "code" => Code(), "JSON" => Json(), _ => throw new ArgumentException(kind) };

    /// <summary>Sections of the documents, and the doc comments of each folder as running text.</summary>
    private static IEnumerable<HeldOutText> Prose() =>
        Sections().Concat(DocComments()).Where(text => text.Text.Length >= MinLength);

    private static IEnumerable<HeldOutText> Code() => Whole(".cs", ".sh", ".ps1").Where(text => text.Text.Length >= MinLength);

    /// <summary>Files, each recorded JSON body, and schemas and records of every shape made up from a seed.</summary>
    private static IEnumerable<HeldOutText> Json() =>
        Whole(".json").Concat(RecordedBodies()).Where(text => text.Text.Length >= MinLength).Concat(MadeUpJson.All());

    private static IEnumerable<HeldOutText> Sections() =>
        from file in Whole(".md")
        from section in file.Text.Split("\n#", StringSplitOptions.RemoveEmptyEntries).Select((text, index) => (text, index))
        select new HeldOutText($"{file.Name}, section {section.index}", "#" + section.text);

    private static IEnumerable<HeldOutText> DocComments() =>
        from file in Whole(".cs")
        group file by Path.GetDirectoryName(file.Name) into folder
        select new HeldOutText($"doc comments of {folder.Key}",
            string.Join("\n\n", folder.Select(file => DocCommentOf(file.Text)).Where(text => text.Length > 0)));

    private static string DocCommentOf(string code)
    {
        var lines = code.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("/// ", StringComparison.Ordinal))
            .Select(line => line[4..]);
        return Tag().Replace(string.Join('\n', lines), "").Trim();
    }

    private static IEnumerable<HeldOutText> RecordedBodies() =>
        from server in new[] { "llama-server", "ollama" }
        from recording in Recording.Of(server)
        where recording.Body.StartsWith('{')
        select new HeldOutText($"{server}, {recording.Case}, {recording.Path}", recording.Body);

    private static IEnumerable<HeldOutText> Whole(params string[] extensions) =>
        from path in Directory.EnumerateFiles(Root(), "*", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Root(), path)
        where extensions.Contains(Path.GetExtension(path)) && !name.Split('/').Any(Generated.Contains)
        orderby name
        select new HeldOutText(name, File.ReadAllText(path, Encoding.UTF8));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "claude-code-proxy.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}

/// <summary>One text, and where it comes from.</summary>
internal sealed record HeldOutText(string Name, string Text);
