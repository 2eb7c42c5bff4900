using System.Text.Json;
using System.Text.Json.Nodes;
using ContainerSecurity.Processes;

namespace Build.Tests.Tools.Trivy;

/// <summary>
/// Lets a report say that it read the layers of the test's image: a recording names those of its own, a short report none. One that names others
/// keeps them.
/// </summary>
internal sealed class ImageLayerRunner(IToolRunner runner, TestImage? image) : IToolRunner
{
    public async Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation)
    {
        var result = await runner.RunAsync(command, cancellation);
        return image is null ? result : result with { Output = Adapted(result.Output, image) };
    }

    private static string Adapted(string output, TestImage image)
    {
        try
        {
            var report = JsonNode.Parse(output);
            if (report?["Metadata"] is not JsonObject metadata || (string?)metadata["ImageID"] != (image.RecordedId ?? image.Id))
                return output;
            if (image.RecordedId is null && metadata.ContainsKey("DiffIDs"))
                return output;

            metadata["DiffIDs"] = new JsonArray([.. image.Build().Layers.Select(layer => (JsonNode)layer.Digest)]);
            return report.ToJsonString();
        }
        catch (JsonException)
        {
            return output;
        }
    }
}
