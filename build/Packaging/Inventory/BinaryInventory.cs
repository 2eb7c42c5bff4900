using System.Collections.Immutable;
using System.Security.Cryptography;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Images.Elf;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>
/// Lists what is in the binary and its image from four sources: the SDK's list, the linker's lists, dpkg, and the texts in the binary itself.
/// </summary>
internal sealed class BinaryInventory(BuildPaths paths, BuildMachine machine)
{
    private const string Program = "claude-code-proxy";
    private const string OpenSslSource = "openssl";

    /// <param name="version">Of the program.</param>
    /// <exception cref="InputException">The sources contradict each other.</exception>
    public SbomDocument Read(string rid, StagedParts parts, string version, DateTimeOffset time)
    {
        var binary = File.ReadAllBytes(paths.Binary(rid));
        var elf = ElfReader.Read(binary, paths.Binary(rid));
        var dotnet = new DotnetComponents(machine.NugetPackages, rid);
        var packs = dotnet.GetPacks(parts.RuntimeDependencies);
        var vendored = DotnetComponents.GetVendored(packs[^1], LinkedArchives.Read(paths.LinkedArchives(rid)));
        var debian = new DebianComponents(machine.System);
        RequireSameRuntime(elf, packs[^1]);
        RequireSameOpenSsl(elf, parts.Packages.Select(package => package.Package));

        ImmutableArray<SbomComponent> packages = [.. parts.Packages.Select(package => debian.Package(package.Package, package.Description))];
        ImmutableArray<SbomComponent> components = [.. packs, .. vendored, debian.OperatingSystem(packages), .. packages];
        return new SbomDocument
        {
            Product = Product(version, binary, elf, components),
            Components = [.. components.OrderBy(component => component.Ref, StringComparer.Ordinal)],
            Tools = [.. dotnet.GetTools(packs[^1].Version), .. ElfVersions.Toolchain(binary).Select(Tool)],
            Time = time,
        };
    }

    private static SbomComponent Product(string version, byte[] binary, ElfFile elf, ImmutableArray<SbomComponent> components)
    {
        var texts = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        if (elf.IlcVersion is { } ilc)
            texts = texts.Add(SbomProperties.IlcText, ilc);
        if (elf.OpenSslVersion is { } openSsl)
            texts = texts.Add(SbomProperties.OpenSslText, openSsl);
        return new SbomComponent
        {
            Type = "application",
            Name = Program,
            Version = version,
            Purl = $"pkg:generic/{Program}@{version}",
            Description = "Anthropic Messages API in, OpenAI-compatible providers out",
            License = "MIT",
            Hashes = ImmutableSortedDictionary<string, string>.Empty.Add("SHA-256", Convert.ToHexStringLower(SHA256.HashData(binary))),
            Properties = texts,
            DependsOn = [.. components.Where(component => !component.IsExcluded).Select(component => component.Ref).Order(StringComparer.Ordinal)],
        };
    }

    private static SbomComponent Tool((string Name, string Version) tool) => new() { Type = "application", Name = tool.Name, Version = tool.Version };

    private static void RequireSameRuntime(ElfFile elf, SbomComponent runtime)
    {
        var commit = runtime.Properties.GetValueOrDefault(SbomProperties.Commit);
        if (elf.IlcVersion is not { } ilc
            || !ilc.StartsWith(runtime.Version, StringComparison.Ordinal)
            || (commit is not null && !ilc.EndsWith(commit, StringComparison.Ordinal)))
        {
            throw new InputException(
                $"The binary was compiled from .NET {elf.IlcVersion ?? "(unknown)"}, but its runtime pack is {runtime.Version} at commit {commit}. "
                + "Run --target=Clean, then compile again.");
        }
    }

    private static void RequireSameOpenSsl(ElfFile elf, IEnumerable<DebianPackage> packages)
    {
        var package = packages.FirstOrDefault(package => package.Source == OpenSslSource);
        var agrees = elf.OpenSslVersion is { } text
            ? package is not null && Upstream(package.Version).StartsWith(text, StringComparison.Ordinal)
            : package is null;
        if (!agrees)
        {
            throw new InputException(
                $"The binary holds OpenSSL {elf.OpenSslVersion ?? "(none)"}, the linked package is {package?.Version ?? "(none)"}. Run "
                + "--target=Clean, then compile again.");
        }
    }

    /// <summary>Without Debian's epoch.</summary>
    private static string Upstream(string version) => version[(version.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
