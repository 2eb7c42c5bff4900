using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.Scripts;

namespace ContainerSecurity.Formats.DevContainers;

/// <summary>Reads devcontainer.json (devcontainers/spec, <c>devContainer.base.schema.json</c>).</summary>
internal static class DevContainerParser
{
    private static readonly string[] LifecycleProperties =
    [
        "initializeCommand", "onCreateCommand", "updateContentCommand", "postCreateCommand", "postStartCommand", "postAttachCommand",
    ];

    /// <exception cref="InputException">Not JSON, or not an object.</exception>
    public static DevContainer Parse(string path, string text)
    {
        var root = LocatedJson.Parse(path, text);
        return root.Kind == JsonValueKind.Object
            ? Read(path, root)
            : throw InputException.At(path, root.Line, "not an object; a devcontainer.json begins with {.");
    }

    /// <param name="root">An object.</param>
    public static DevContainer Read(string path, LocatedValue root)
    {
        var options = RunOptionParser.Parse(root["runArgs"]);
        return new(path, root)
        {
            RunOptions = options,
            Mounts = [.. MountsOf(root), .. MountParser.ParseRunOptions(options)],
            Scripts =
            [
                .. LifecycleProperties.SelectMany(property => CommandsOf(path, property, root[property]))
                    .Select(script => script with { Folder = WorkspaceOf(path) }),
                .. InstallScript(path),
            ],
            Environment = [.. VariablesOf(path, root), .. VariablesOf(path, options)],
        };
    }

    /// <summary>The folder around <c>.devcontainer</c>, in which commands run.</summary>
    private static string WorkspaceOf(string path)
    {
        string[] folders = path.Split('/')[..^1];
        return string.Join('/', Array.IndexOf(folders, ".devcontainer") is var place and >= 0 ? folders[..place] : folders);
    }

    /// <summary>A feature is installed by the script of this name beside it (devcontainers/spec, "Dev Container Features").</summary>
    private static IEnumerable<Script> InstallScript(string path) =>
        Path.GetFileName(path) == "devcontainer-feature.json"
            ? [new Script("install.sh", Place.At(path, 1), "./install.sh") { Folder = RepositoryPath.FolderOf(path) }]
            : [];

    /// <remarks>Beside compose the tools hand on source and target alone (devcontainers/cli 0.89): what is read-only there can be written.</remarks>
    private static IEnumerable<ContainerMount> MountsOf(LocatedValue root)
    {
        var isComposed = root["dockerComposeFile"] is not null;
        var mounts = (root["mounts"]?.Items ?? []).Select(MountParser.Parse)
            .Select(mount => isComposed ? mount with { IsReadOnly = false } : mount);
        return root["workspaceMount"] is { Text.Length: > 0 } workspace ? mounts.Append(MountParser.Parse(workspace)) : mounts;
    }

    /// <summary>A string, an array of words, or an object of either by name, which run at the same time.</summary>
    private static IEnumerable<Script> CommandsOf(string path, string property, LocatedValue? value) => value?.Kind switch
    {
        JsonValueKind.String => [new(property, Place.At(path, value.Line), value.Text!)],
        JsonValueKind.Array => CommandWords.ListOf(value) is { Count: > 0 } words ? [CommandWords.Script(property, path, words)] : [],
        JsonValueKind.Object => value.Members.SelectMany(member => CommandsOf(path, property, member.Value)),
        _ => [],
    };

    /// <summary>Editors and users add variables in more than one place; each of them reaches the agent.</summary>
    private static IEnumerable<EnvironmentEntry> VariablesOf(string path, LocatedValue root) =>
        from part in new (string Source, LocatedValue? Value)[]
        {
            ("containerEnv", root["containerEnv"]),
            ("remoteEnv", root["remoteEnv"]),
            ("secrets", root["secrets"]),
            ("terminal settings", root["customizations"]?["vscode"]?["settings"]?["terminal.integrated.env.linux"]),
        }
        from member in part.Value?.Members ?? []
        select new EnvironmentEntry(part.Source, member.Name, member.Value.Text, Place.At(path, member.Line));

    private static IEnumerable<EnvironmentEntry> VariablesOf(string path, ImmutableArray<RunOption> options) =>
        from option in options
        where option is { Name: "env", Value: not null }
        let pair = option.Value!.Split('=', 2)
        select new EnvironmentEntry("runArgs", pair[0], pair.Length == 2 ? pair[1] : null, Place.At(path, option.Line));
}
