using System.Text.Json.Nodes;
using ContainerSecurity.Tools.Acquisition;

namespace Acceptance.Tests.Scan;

/// <summary>
/// Replaces the pinned Trivy: pinned by the copy's own lock file, in a cache of its own, it prints what the current Trivy printed
/// when it was recorded.
/// </summary>
internal sealed class RecordedTrivy : IDisposable
{
    private readonly DirectoryInfo _cache = Directory.CreateTempSubdirectory("cache-");

    public string Cache => _cache.FullName;

    public string UserCache => Path.Combine(Cache, "claude-code-proxy");

    /// <summary>Puts a program there that knows the scans of the checkout and of an image and refuses all else.</summary>
    public void PutInPlace(RepositoryCopy copy, string tree, string image)
    {
        var reports = Directory.CreateDirectory(Path.Combine(Cache, "recorded")).FullName;
        File.WriteAllText(Path.Combine(reports, "fs"), tree);
        File.WriteAllText(Path.Combine(reports, "image"), image);
        Pin(copy, $$"""
            #!/bin/sh
            case "$1 $*" in
              *"--format json"*"--offline-scan"*"--skip-version-check"*) exec cat "{{reports}}/$1" ;;
              *) echo "FATAL not recorded: $*" >&2; exit 1 ;;
            esac

            """);
    }

    /// <summary>Puts a program there that knows the checkout, any bill of materials, and the images that it is told of later.</summary>
    public void PutInPlace(RepositoryCopy copy, string tree)
    {
        var reports = Directory.CreateDirectory(Path.Combine(Cache, "recorded")).FullName;
        File.WriteAllText(Path.Combine(reports, "fs"), tree);
        File.WriteAllText(Path.Combine(reports, "sbom"), """
            {"SchemaVersion":2,"ArtifactName":"the SBOM","Results":[
              {"Target":"os","Class":"os-pkgs","Type":"debian","Packages":[{"ID":"libc6@2.36","Name":"libc6","Version":"2.36"}]}]}
            """);
        Pin(copy, $$"""
            #!/bin/sh
            for last; do :; done
            case $1 in
              fs|sbom) exec cat "{{reports}}/$1" ;;
            esac
            for report in "{{reports}}"/*; do
              grep -q "sha256:${report##*/}" "$last/index.json" && exec cat "$report"
            done
            echo "FATAL not recorded: $*" >&2
            exit 1

            """);
    }

    /// <param name="digest">Of the image's manifest.</param>
    public void Know(string digest, string report) => File.WriteAllText(Path.Combine(Cache, "recorded", digest["sha256:".Length..]), report);

    public void Dispose() => _cache.Delete(recursive: true);

    private void Pin(RepositoryCopy copy, string program)
    {
        var file = Path.Combine(Cache, "program");
        File.WriteAllText(file, program);
        var digest = PinnedDigest.ComputeSha256(file).Hex;
        var folder = Directory.CreateDirectory(Path.Combine(UserCache, "tools", "trivy", "0.75.0", digest)).FullName;
        File.Move(file, Path.Combine(folder, "trivy"));
        File.SetUnixFileMode(Path.Combine(folder, "trivy"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var locked = JsonNode.Parse(File.ReadAllText(copy.PathOf("tools.lock.json")))!;
        var platforms = locked["tools"]!["trivy"]!["platforms"]!.AsObject();
        foreach (var platform in platforms.Select(platform => platform.Key).ToList())
        {
            platforms[platform] = new JsonArray(new JsonObject
            {
                ["from"] = "github-release",
                ["repository"] = "aquasecurity/trivy",
                ["tag"] = "v0.75.0",
                ["asset"] = "trivy",
                ["sha256"] = digest,
                ["digestSource"] = "the test that wrote it",
            });
        }

        locked["tools"]!["trivy"]!["version"] = "0.75.0";
        File.WriteAllText(copy.PathOf("tools.lock.json"), locked.ToJsonString());
    }
}
