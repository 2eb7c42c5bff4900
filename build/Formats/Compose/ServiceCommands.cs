using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Formats.Compose;

/// <summary>Reads what a service of a compose file runs: command, entrypoint, health check, hooks, develop (Compose specification).</summary>
internal static class ServiceCommands
{
    private static readonly string[] HookKeys = ["post_start", "pre_stop"];

    public static IEnumerable<Script> Read(string path, LocatedMember service)
    {
        var (entrypoint, command) = (WordsOf(service.Value["entrypoint"]), WordsOf(service.Value["command"]));
        return
        [
            .. Script(path, "entrypoint", entrypoint),
            .. Script(path, "command", command),
            // `entrypoint: ["sh", "-c"]`: the command is its code.
            .. entrypoint is [.., { Text: ['-', .., 'c'] }] && command.Count > 0 ? Joined(path, entrypoint, command) : [],
            .. Healthcheck(path, service.Value["healthcheck"]?["test"]),
            .. from key in HookKeys
               from hook in service.Value[key]?.Items ?? []
               from script in Script(path, key, WordsOf(hook["command"]))
               select script,
            .. from watched in service.Value["develop"]?["watch"]?.Items ?? []
               from script in Script(path, "develop", WordsOf(watched["exec"]?["command"]))
               select script,
        ];
    }

    private static IEnumerable<Script> Joined(string path, IReadOnlyList<LocatedValue> entrypoint, IReadOnlyList<LocatedValue> command) =>
        [CommandWords.Script("command", path, [.. entrypoint.Select(word => word with { Line = command[0].Line }), .. command])];

    private static IEnumerable<Script> Script(string path, string what, IReadOnlyList<LocatedValue> words) =>
        words.Count > 0 ? [CommandWords.Script(what, path, words)] : [];

    /// <summary>A text is for a shell, and so is the one behind <c>CMD-SHELL</c>.</summary>
    private static IEnumerable<Script> Healthcheck(string path, LocatedValue? test) => test switch
    {
        { Kind: JsonValueKind.String } => [Shell(path, test)],
        { Items: [{ Text: "CMD-SHELL" }, { Text: not null } text, ..] } => [Shell(path, text)],
        { Items: [{ Text: "CMD" }, ..] } => Script(path, "healthcheck", CommandWords.ListOf(test with { Items = test.Items[1..] })),
        _ => [],
    };

    private static Script Shell(string path, LocatedValue text) =>
        new("healthcheck", Place.At(path, text.Line), ComposeText.Unescape(text.Text!)) { KeepsLines = true };

    /// <summary>Compose splits a text as a shell does, but no shell reads it: a bar is a word like any other.</summary>
    private static IReadOnlyList<LocatedValue> WordsOf(LocatedValue? value) => value switch
    {
        { Kind: JsonValueKind.String, Text: { } text } => WordSplitter.Split(value, ComposeText.Unescape(text)),
        _ => [.. CommandWords.ListOf(value).Select(word => word with { Text = ComposeText.Unescape(word.Text!) })],
    };
}
