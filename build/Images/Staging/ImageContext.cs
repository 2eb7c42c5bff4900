using ContainerSecurity.Findings;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Images.Writing;
using ContainerSecurity.Tools;

namespace ContainerSecurity.Images.Staging;

/// <summary>Lays out what the Dockerfile copies besides the binary: a CA bundle, and what scanners need to see what is linked into it.</summary>
/// <param name="system">The root folder of the machine that linked.</param>
internal sealed class ImageContext(BuildPaths paths, IToolRunner tools, string system = "/")
{
    private const string StatusFolder = "var/lib/dpkg/status.d";
    private const string Program = "claude-code-proxy";

    private readonly DebianDatabase _database = new(tools);

    /// <summary>Replaces the staged files with those of the last compile.</summary>
    /// <exception cref="InputException">Not compiled yet, or on a machine whose packages cannot be read.</exception>
    public async Task StageAsync(string rid, CancellationToken cancellation)
    {
        var files = Distribution.Read(system).ToList();
        files.Add((Program + ".deps.json", await RuntimeAsync(rid, cancellation)));
        files.Add((CertificateBundle.Target, CertificateBundle.Read(await _database.FilesAsync(CertificateBundle.Package, cancellation), system)));
        files.AddRange(await PackagesAsync(rid, cancellation));
        AtomicOutput.Folder(Path.Combine(paths.Context, "rootfs"), folder =>
        {
            foreach (var (path, content) in files)
                Write(Path.Combine(folder, path), content);

            SetModes(new DirectoryInfo(folder));
        });
    }

    private async Task<string> RuntimeAsync(string rid, CancellationToken cancellation)
    {
        var (binary, dependencies) = (paths.Binary(rid), paths.RuntimeDependencies(rid));
        if (!File.Exists(binary) || !File.Exists(dependencies))
            throw new InputException($"{binary} or its deps.json is missing. Run --target=Compile first.");

        return RuntimeDependencies.Trim(await File.ReadAllTextAsync(dependencies, cancellation), await File.ReadAllBytesAsync(binary, cancellation), dependencies);
    }

    private async Task<IEnumerable<(string Path, string Content)>> PackagesAsync(string rid, CancellationToken cancellation)
    {
        var architecture = rid == "linux-arm64" ? "arm64" : "amd64";
        var linked = await new LinkedPackages(_database, rid, architecture).FindAsync(LinkedFiles.Read(paths.LinkedFiles(rid)), cancellation);
        var certificates = await _database.PackagesAsync([CertificateBundle.Package], architecture, cancellation);
        return linked
            .Select(package => (package.Package, Description: $"statically linked into /{Program}: {string.Join(", ", package.Files)}"))
            .Concat(certificates.Select(package => (Package: package, Description: $"certificates in /{CertificateBundle.Target}")))
            .Select(described => ($"{StatusFolder}/{described.Package.Name}", described.Package.Paragraph(described.Description)));
    }

    private static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>An engine copies modes as they are on disk, so they must not be those of the caller's umask.</summary>
    private static void SetModes(DirectoryInfo folder)
    {
        if (OperatingSystem.IsWindows())
            return;

        folder.UnixFileMode = (UnixFileMode)BuildFile.ExecutableMode;
        foreach (var entry in folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
            entry.UnixFileMode = (UnixFileMode)(entry is DirectoryInfo ? BuildFile.ExecutableMode : BuildFile.PlainMode);
    }
}
