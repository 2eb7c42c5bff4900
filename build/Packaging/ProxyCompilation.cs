using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Packaging.Sysroots;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Acquisition;
using ContainerSecurity.Tools.Dotnet;

namespace ContainerSecurity.Packaging;

/// <summary>Compiles the proxy to a static binary, but only when one of its inputs has changed.</summary>
internal sealed class ProxyCompilation(BuildPaths paths, IToolRunner runner, bool isOffline)
{
    /// <summary>The largest size that is allowed.</summary>
    public const long SizeLimit = 12 * BoundedFile.MiB;

    /// <summary>Debian packages that are linked into the binary or compile it; a new version of one requires a new binary.</summary>
    private static readonly ImmutableArray<string> Toolchain = ["clang", "lld", "cmake", "libc6-dev", "libgcc-*-dev", "libssl-dev", "zlib1g-dev"];

    /// <returns>Whether it had to be compiled.</returns>
    /// <exception cref="InputException">This machine cannot compile for that platform, or the result is not static.</exception>
    /// <exception cref="ToolFailedException">It does not compile.</exception>
    public async Task<bool> RunAsync(string rid, CancellationToken cancellation)
    {
        var sysroot = await SysrootAsync(rid, cancellation);
        var binary = paths.Binary(rid);
        var stamp = Path.Combine(Path.GetDirectoryName(binary)!, ".inputs");
        var inputs = SourceDigest.Compute(paths.Root, Inputs(), rid + await ToolchainAsync(sysroot, cancellation));
        if (Array.TrueForAll([binary, paths.LinkedFiles(rid), paths.LinkedArchives(rid), paths.RuntimeDependencies(rid), stamp], File.Exists)
            && await File.ReadAllTextAsync(stamp, cancellation) == inputs)
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(binary)!);
        File.Delete(stamp);
        await PublishAsync(rid, binary, sysroot, cancellation);
        RequireStatic(binary);
        await File.WriteAllTextAsync(stamp, inputs, cancellation);
        return true;
    }

    private async Task PublishAsync(string rid, string binary, string? sysroot, CancellationToken cancellation)
    {
        var published = Path.Combine(Path.GetDirectoryName(paths.ProxyProject)!, "bin", "publish", rid);
        await runner.RunAsync(DotnetCommands.Restore(paths.ProxyProject), cancellation);
        await runner.RunAsync(CommandFor(rid, published, sysroot), cancellation);
        AtomicOutput.File(binary, await File.ReadAllBytesAsync(Path.Combine(published, Path.GetFileName(binary)), cancellation));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(binary, (UnixFileMode)0b111_101_101);
        await KeepOriginAsync(rid, cancellation);
    }

    /// <summary>The image's description of its binary comes from these files; they are kept beside it, because obj and bin may be deleted.</summary>
    private async Task KeepOriginAsync(string rid, CancellationToken cancellation)
    {
        var project = Path.GetDirectoryName(paths.ProxyProject)!;
        var native = Path.Combine(project, "obj", "Release", "net10.0", rid, "native");
        var dependencies = Path.Combine(project, "bin", "Release", "net10.0", rid, "claude-code-proxy.deps.json");
        AtomicOutput.File(paths.LinkedFiles(rid), await File.ReadAllBytesAsync(Path.Combine(native, "linked.d"), cancellation));
        AtomicOutput.File(paths.LinkedArchives(rid), await File.ReadAllBytesAsync(Path.Combine(native, "archives.tsv"), cancellation));
        AtomicOutput.File(paths.RuntimeDependencies(rid), await File.ReadAllBytesAsync(dependencies, cancellation));
    }

    private IEnumerable<string> Inputs() =>
    [
        .. Sources(Path.GetDirectoryName(paths.ProxyProject)!),
        .. Sources(paths.ShellProject),
        Path.Combine(paths.Root, "Directory.Build.props"),
        Path.Combine(paths.Root, "Directory.Packages.props"),
        Path.Combine(paths.Root, "global.json"),
    ];

    /// <summary>All files of a project but what its build writes.</summary>
    private static IEnumerable<string> Sources(string folder) =>
        from file in FolderWalk.Under(folder, inner => Path.GetFileName(inner) is "bin" or "obj")
        where !file.IsFolder
        select Path.Combine(folder, file.Path);

    private async Task<string> ToolchainAsync(string? sysroot, CancellationToken cancellation)
    {
        var tools = await QueryAsync([], Toolchain, cancellation);
        return sysroot is null ? tools : tools + await QueryAsync([$"--admindir={Path.Combine(sysroot, "var/lib/dpkg")}"], ["*"], cancellation);
    }

    private async Task<string> QueryAsync(ImmutableArray<string> options, ImmutableArray<string> packages, CancellationToken cancellation)
    {
        var query = new ToolCommand
        {
            Executable = "dpkg-query",
            Arguments = [.. options, "--show", "--showformat", "${Package} ${Version}\n", .. packages],
            Timeout = TimeSpan.FromSeconds(20),
            AcceptedExitCodes = [0, 1],
        };
        return (await runner.RunAsync(query, cancellation)).Output;
    }

    /// <returns>Null for this machine's own architecture.</returns>
    private async Task<string?> SysrootAsync(string rid, CancellationToken cancellation) =>
        !OperatingSystem.IsLinux() ? throw new InputException($"--rid={rid}: the proxy is compiled on Linux. Run this on Linux, or in a container.")
        : rid == HostPlatform.Name ? null
        : await new DebianSysroot(paths, runner).ProvideAsync(rid, isOffline, cancellation);

    private ToolCommand CommandFor(string rid, string published, string? sysroot)
    {
        var publish = DotnetCommands.Publish(paths.ProxyProject, rid, published);
        return sysroot is null ? publish : publish with
        {
            Arguments = [.. publish.Arguments, $"-p:SysRoot={sysroot}"],
            Environment = publish.Environment.SetItem(CMakeToolchain.Variable, CMakeToolchain.Write(rid, sysroot)),
        };
    }

    private static void RequireStatic(string binary)
    {
        var elf = ElfReader.Read(File.ReadAllBytes(binary), binary);
        if (!elf.IsStatic)
        {
            throw new InputException(
                $"{binary} is not a static binary. Check that clang, lld, cmake and libssl-dev are installed, and StaticExecutable in "
                + "proxy/Proxy.csproj.");
        }

        var size = new FileInfo(binary).Length;
        if (size > SizeLimit)
        {
            throw new InputException(
                $"{binary} has {size} bytes, more than {SizeLimit}. Look for what was added with a size analyser (IlcGenerateMstatFile).");
        }
    }
}
