using System.Collections.Immutable;
using System.Security.Cryptography;
using Build.Tests.Images;
using ContainerSecurity.Processes;
using NJsonSchema;

namespace Acceptance.Tests.Sbom;

public class CycloneDxSchemaTests
{
    /// <summary>The makers' own library has the schemas.</summary>
    private const string Library = "@cyclonedx/cyclonedx-library@10.3.0";

    private const string Integrity = "sha512-RIT28sp1U0PCHaaeF3yNRwk6Jig/XJ8UsYAVOMYaHQ+0VVOvsjcp0PTWQFLUqJFF8XMud+Kdq6G+wtDAh+QJFA==";

    [SkippableFact]
    public async Task The_bill_of_materials_is_valid_by_the_schema_of_CycloneDX()
    {
        Requirement.Program("npm", "npm");
        Requirement.Require(File.Exists(Repository.Paths.Sbom), $"{Repository.Paths.Sbom} (./build.sh --target=Sbom)");
        using var folder = new TemporaryFolder();
        await RunAsync(folder.Path, "npm", "pack", Library, "--silent");
        var archive = Directory.GetFiles(folder.Path, "*.tgz").Single();
        Assert.Equal(Integrity, "sha512-" + Convert.ToBase64String(SHA512.HashData(await File.ReadAllBytesAsync(archive))));
        await RunAsync(folder.Path, "tar", "xzf", archive, "package/res/schema");
        var schema = await JsonSchema.FromFileAsync(folder["package/res/schema/bom-1.6.SNAPSHOT.schema.json"]);

        var text = await File.ReadAllTextAsync(Repository.Paths.Sbom);

        Assert.Empty(schema.Validate(text));
        Assert.NotEmpty(schema.Validate(text.Replace("\"type\"", "\"kind\"", StringComparison.Ordinal)));
    }

    private static Task<ToolResult> RunAsync(string folder, string program, params ImmutableArray<string> arguments) => new ToolRunner().RunAsync(
        new ToolCommand
        {
            Executable = program,
            Arguments = arguments,
            WorkingDirectory = folder,
            UsesNetwork = true,
            Timeout = TimeSpan.FromMinutes(2),
        }, CancellationToken.None);
}
