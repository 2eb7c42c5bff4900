using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>Cuts the compiler's <c>deps.json</c> down to what is in the binary, because scanners report its runtime packs as packages.</summary>
internal static class RuntimeDependencies
{
    private const string PackPrefix = "runtimepack.";
    private const string CoreLibrary = "System.Private.CoreLib.dll";

    /// <param name="dependencies">The file that the compiler wrote for the managed program.</param>
    /// <param name="binary">The linked program.</param>
    /// <param name="path">Names the file in errors.</param>
    public static string Trim(string dependencies, ReadOnlyMemory<byte> binary, string path)
    {
        try
        {
            var document = JsonNode.Parse(dependencies)!.AsObject();
            var target = document["runtimeTarget"]!["name"]!.GetValue<string>();
            var libraries = Linked(document["targets"]![target]!.AsObject(), binary.Span);
            return libraries.Any(library => library.Value!["runtime"]!.AsObject().ContainsKey(CoreLibrary))
                ? Document(document, target, libraries).ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n"
                : throw new InputException(
                    $"The binary beside {path} names no .NET runtime, though it must hold one. Compile it again with Native AOT.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new InputException(
                $"{path} is not a deps.json of the .NET SDK ({error.Message.TrimEnd('.')}). Run --target=Clean, then compile again.", error);
        }
    }

    /// <summary>The packs with at least one linked assembly, each with only its linked assemblies.</summary>
    private static Dictionary<string, JsonNode?> Linked(JsonObject target, ReadOnlySpan<byte> binary)
    {
        var libraries = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, library) in target.Where(library => library.Key.StartsWith(PackPrefix, StringComparison.Ordinal)))
        {
            var assemblies = new JsonObject();
            foreach (var (assembly, versions) in library!["runtime"]!.AsObject())
            {
                if (IsLinked(Path.GetFileNameWithoutExtension(assembly), binary))
                    assemblies[assembly] = versions!.DeepClone();
            }

            if (assemblies.Count > 0)
                libraries[name] = new JsonObject { ["runtime"] = assemblies };
        }

        return libraries;
    }

    // Native AOT stores each assembly's name in its metadata after twice its length; the length distinguishes a name from a part of a longer one.
    private static bool IsLinked(string assembly, ReadOnlySpan<byte> binary)
    {
        var name = Encoding.ASCII.GetBytes(assembly);
        return binary.IndexOf(name.Length < 64 ? [(byte)(name.Length * 2), .. name] : name) >= 0;
    }

    private static JsonObject Document(JsonObject document, string target, Dictionary<string, JsonNode?> libraries)
    {
        var project = document["targets"]![target]!.AsObject().First(library => !library.Key.StartsWith(PackPrefix, StringComparison.Ordinal)).Key;
        var dependencies = libraries.Keys.Select(library => library.Split('/')).Select(parts => KeyValuePair.Create(parts[0], (JsonNode?)parts[1]));
        var entries = libraries.Prepend(KeyValuePair.Create(project, (JsonNode?)new JsonObject { ["dependencies"] = new JsonObject(dependencies) }));
        return new JsonObject
        {
            ["runtimeTarget"] = document["runtimeTarget"]!.DeepClone(),
            ["targets"] = new JsonObject { [target] = new JsonObject(entries) },
            ["libraries"] = new JsonObject(libraries.Keys
                .Prepend(project)
                .Select(name => KeyValuePair.Create(name, document["libraries"]![name]?.DeepClone()))),
        };
    }
}
