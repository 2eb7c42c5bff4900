using System.Text;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Packaging.Inventory;

namespace Build.Tests.Packaging.Inventory;

public class RuntimeDependenciesTests
{
    /// <summary>As the SDK writes it, with a few assemblies of each pack.</summary>
    internal const string Written = """
        {
          "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0/linux-x64", "signature": "" },
          "compilationOptions": {},
          "targets": {
            ".NETCoreApp,Version=v10.0": {},
            ".NETCoreApp,Version=v10.0/linux-x64": {
              "claude-code-proxy/2.0.0": {
                "dependencies": {
                  "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64": "10.0.12",
                  "runtimepack.Microsoft.AspNetCore.App.Runtime.linux-x64": "10.0.12"
                },
                "runtime": { "claude-code-proxy.dll": {} }
              },
              "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.12": {
                "runtime": {
                  "System.Net.dll": { "assemblyVersion": "4.0.0.0", "fileVersion": "10.0.1226.42308" },
                  "System.Net.Http.dll": { "assemblyVersion": "10.0.0.0", "fileVersion": "10.0.1226.42308" },
                  "System.Private.CoreLib.dll": { "assemblyVersion": "10.0.0.0", "fileVersion": "10.0.1226.42308" }
                },
                "native": { "libcoreclr.so": { "fileVersion": "0.0.0.0" } }
              },
              "runtimepack.Microsoft.AspNetCore.App.Runtime.linux-x64/10.0.12": {
                "runtime": { "Microsoft.AspNetCore.Http.dll": { "assemblyVersion": "10.0.0.0", "fileVersion": "10.0.1226.42308" } }
              }
            }
          },
          "libraries": {
            "claude-code-proxy/2.0.0": { "type": "project", "serviceable": false, "sha512": "" },
            "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.12": { "type": "runtimepack", "serviceable": false, "sha512": "" },
            "runtimepack.Microsoft.AspNetCore.App.Runtime.linux-x64/10.0.12": { "type": "runtimepack", "serviceable": false, "sha512": "" }
          },
          "runtimes": { "linux-x64": [ "linux" ] }
        }
        """;

    /// <summary>A binary whose metadata names these assemblies, as Native AOT writes them.</summary>
    internal static byte[] Binary(params string[] assemblies) =>
        [1, 2, .. assemblies.SelectMany(name => Encoding.ASCII.GetBytes(name).Prepend((byte)(name.Length * 2)).Append((byte)0))];

    private static JsonNode Trim(params string[] assemblies) =>
        JsonNode.Parse(RuntimeDependencies.Trim(Written, Binary(assemblies), "proxy.deps.json"))!;

    [Fact]
    public void Packs_and_assemblies_that_are_linked_stay_and_the_others_go()
    {
        var trimmed = Trim("System.Private.CoreLib", "System.Net.Http");

        var target = trimmed["targets"]![".NETCoreApp,Version=v10.0/linux-x64"]!.AsObject();
        Assert.Equal(
            ["claude-code-proxy/2.0.0", "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.12"], target.Select(library => library.Key));
        Assert.Equal(
            ["System.Net.Http.dll", "System.Private.CoreLib.dll"], target.Last().Value!["runtime"]!.AsObject().Select(assembly => assembly.Key));
        Assert.Equal(target.Select(library => library.Key), trimmed["libraries"]!.AsObject().Select(library => library.Key));
        Assert.Equal("10.0.12", (string?)target.First().Value!["dependencies"]!["runtimepack.Microsoft.NETCore.App.Runtime.linux-x64"]);
        Assert.Equal(["runtimeTarget", "targets", "libraries"], trimmed.AsObject().Select(property => property.Key));
    }

    [Fact]
    public void Both_packs_stay_when_both_are_linked() =>
        Assert.Equal(3, Trim("System.Private.CoreLib", "Microsoft.AspNetCore.Http")["libraries"]!.AsObject().Count);

    [Fact]
    public void A_binary_without_runtime_is_bad_input()
    {
        var error = Assert.Throws<InputException>(() => Trim("System.Net.Http"));

        Assert.Contains("names no .NET runtime", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"runtimeTarget":{"name":"x"},"targets":{}}""")]
    [InlineData("""{"runtimeTarget":{"name":"x"},"targets":{"x":{"runtimepack.a/1":{}}}}""")]
    public void Another_document_is_bad_input(string written)
    {
        var error = Assert.Throws<InputException>(() => RuntimeDependencies.Trim(written, Binary("System.Private.CoreLib"), "proxy.deps.json"));

        Assert.Contains("proxy.deps.json", error.Message, StringComparison.Ordinal);
    }
}
