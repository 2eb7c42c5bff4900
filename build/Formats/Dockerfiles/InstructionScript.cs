using System.Text;
using System.Text.RegularExpressions;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>The shell text that an instruction runs.</summary>
internal static partial class InstructionScript
{
    /// <summary>
    /// Of RUN, CMD, ENTRYPOINT, SHELL and HEALTHCHECK CMD. The exec form is read as if its words were typed, so that <c>["sh", "-c", "a | b"]</c>
    /// is seen too; a lone here-document is the script itself, others belong to the command as in a shell.
    /// </summary>
    public static ShellScript Read(Instruction instruction) => ShellScript.Parse(TextOf(instruction));

    private static string TextOf(Instruction instruction)
    {
        if (instruction.ExecForm is { } words)
            return string.Join(' ', words);
        if (LoneDocument(instruction) is { } only)
            return Content(only);
        var command = instruction.Keyword == "HEALTHCHECK" ? instruction.Arguments.ElementAtOrDefault(1) ?? "" : instruction.Text;
        var text = new StringBuilder(command);
        foreach (var document in instruction.HereDocuments)
            text.Append('\n').Append(document.Content).Append(document.Name);
        return text.ToString();
    }

    /// <summary>Without folder: <c>bash</c>, <c>python3</c>.</summary>
    public static string? InterpreterOf(Instruction instruction) =>
        LoneDocument(instruction) is { } document && FirstLine().Match(Content(document)) is { Success: true } line
            ? line.Groups["name"].Value
            : null;

    private static HereDocument? LoneDocument(Instruction instruction) =>
        instruction.HereDocuments is [var only] && instruction.Text.StartsWith("<<", StringComparison.Ordinal) && !instruction.Text.Contains(' ')
            ? only
            : null;

    [GeneratedRegex(@"\A#![ \t]*(\S*/)?(env[ \t]+((-\S+|\w+=\S*)[ \t]+)*)?(\S*/)?(?<name>[^\s/]+)")]
    private static partial Regex FirstLine();

    private static string Content(HereDocument document) => document.StripTabs
        ? string.Join('\n', document.Content.Split('\n').Select(line => line.TrimStart('\t')))
        : document.Content;
}
