using System.Text.Json;
using System.Text.Json.Nodes;
using ContainerSecurity.Formats.DevContainers;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>Small changes of the repository's files, as people make them by mistake.</summary>
internal static class TreeEdits
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>An instruction at the end of the last stage of the first Dockerfile.</summary>
    public static FileEdit? InLastStage(PolicyFacts facts, string instruction) =>
        facts.Dockerfiles is [var first, ..] ? Append(first.Path, instruction) : null;

    /// <summary>An instruction at the end of the stage that the first devcontainer builds.</summary>
    public static FileEdit? InDevContainerStage(PolicyFacts facts, string instruction) =>
        facts.DevContainers.Select(facts.StageOf).FirstOrDefault(stage => stage is not null) is { } stage
            ? new FileEdit(stage.File, text => InsertAfter(text, stage.Stage.From.EndLine, instruction))
            : null;

    /// <param name="property">Of the first devcontainer.json, within others after a dot: <c>build.args</c>.</param>
    /// <param name="json">Its new value.</param>
    public static FileEdit? InDevContainer(PolicyFacts facts, string property, string json) =>
        facts.DevContainers is [var first, ..] ? InContainer(first, property, json) : null;

    /// <summary>A mount more of the first devcontainer.</summary>
    public static FileEdit? AddMount(PolicyFacts facts, string mount) => facts.DevContainers is [var first, ..]
        ? ChangeJson(first, root => (root["mounts"] ??= new JsonArray()).AsArray().Add(mount))
        : null;

    public static FileEdit Append(string path, string line) => new(path, text => $"{text.TrimEnd('\n')}\n{line}\n");

    /// <summary>The same for a devcontainer.json of choice.</summary>
    public static FileEdit InContainer(DevContainer container, string property, string json) => ChangeJson(container, root =>
    {
        var names = property.Split('.');
        var owner = names[..^1].Aggregate(root, (outer, name) => (outer[name] ??= new JsonObject()).AsObject());
        owner[names[^1]] = JsonNode.Parse(json);
    });

    private static FileEdit ChangeJson(DevContainer container, Action<JsonObject> change) => new(container.Path, text =>
    {
        var root = JsonNode.Parse(text, documentOptions: WithComments)!.AsObject();
        change(root);
        return root.ToJsonString();
    });

    private static string InsertAfter(string text, int line, string inserted)
    {
        var lines = text.Split('\n').ToList();
        lines.Insert(line, inserted);
        return string.Join('\n', lines);
    }
}
