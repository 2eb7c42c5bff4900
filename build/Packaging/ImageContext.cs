using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Images.Building;
using ContainerSecurity.Packaging.Inventory;
using ContainerSecurity.Packaging.Sysroots;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Packaging;

/// <summary>
/// Prepares what the Dockerfile copies besides the binary: a CA bundle, and the files by which scanners see what is linked into it.
/// </summary>
internal sealed class ImageContext(BuildPaths paths, IToolRunner tools, BuildMachine machine)
{
    /// <summary>The bill of materials, below the image's root.</summary>
    public const string Sbom = "usr/share/sbom/claude-code-proxy.cdx.json";

    private const string StatusFolder = "var/lib/dpkg/status.d";
    private const string Program = "claude-code-proxy";

    private readonly DebianDatabase _database = new(tools, machine.System);

    /// <summary>Replaces the staged files with those of the last compile.</summary>
    /// <param name="version">Of the program.</param>
    /// <param name="time">Of the sources.</param>
    /// <exception cref="InputException">Not compiled yet, or on a machine whose packages cannot be read.</exception>
    public async Task StageAsync(string rid, string version, DateTimeOffset time, CancellationToken cancellation)
    {
        var files = Distribution.Read(machine.System).ToList();
        var dependencies = await RuntimeAsync(rid, cancellation);
        var packages = await PackagesAsync(rid, cancellation);
        var sbom = CycloneDxWriter.Write(new BinaryInventory(paths, machine).Read(rid, new StagedParts(dependencies, packages), version, time));
        files.Add((Program + ".deps.json", dependencies));
        files.Add((Sbom, sbom));
        files.Add(
            (CertificateBundle.Target, CertificateBundle.Read(await _database.FilesAsync(CertificateBundle.Package, cancellation), machine.System)));
        files.AddRange(
            packages.Select(described => ($"{StatusFolder}/{described.Package.Name}", described.Package.ToControlParagraph(described.Description))));
        AtomicOutput.Folder(Path.Combine(paths.Context, "rootfs"), folder =>
        {
            foreach (var (path, content) in files)
                Write(Path.Combine(folder, path), content);

            SetModes(new DirectoryInfo(folder));
        });
        Write(paths.Sbom, sbom);
    }

    private async Task<string> RuntimeAsync(string rid, CancellationToken cancellation)
    {
        var (binary, dependencies) = (paths.Binary(rid), paths.RuntimeDependencies(rid));
        if (!File.Exists(binary) || !File.Exists(dependencies))
            throw new InputException($"{binary} or its deps.json is missing. Run --target=Compile first.");

        return RuntimeDependencies.Trim(
            await File.ReadAllTextAsync(dependencies, cancellation), await File.ReadAllBytesAsync(binary, cancellation), dependencies);
    }

    private async Task<ImmutableArray<DescribedPackage>> PackagesAsync(string rid, CancellationToken cancellation)
    {
        var architecture = RidNames.Debian(rid);
        var finder = new LinkedPackages(_database, rid, architecture, machine.System);
        var linked = await finder.FindAsync(LinkedFiles.Read(paths.LinkedFiles(rid)), cancellation);
        var certificates = await _database.PackagesAsync([CertificateBundle.Package], architecture, cancellation);
        return
        [
            .. linked.Select(package => new DescribedPackage(
                package.Package, $"statically linked into /{Program}: {string.Join(", ", package.Files)}")),
            .. certificates.Select(package => new DescribedPackage(package, $"certificates in /{CertificateBundle.Target}")),
        ];
    }

    private static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>An engine copies modes from disk, so they must not depend on the caller's umask.</summary>
    private static void SetModes(DirectoryInfo folder)
    {
        if (OperatingSystem.IsWindows())
            return;

        folder.UnixFileMode = (UnixFileMode)BuildFile.ExecutableMode;
        foreach (var entry in folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
            entry.UnixFileMode = (UnixFileMode)(entry is DirectoryInfo ? BuildFile.ExecutableMode : BuildFile.PlainMode);
    }
}
