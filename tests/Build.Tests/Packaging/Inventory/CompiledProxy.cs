using System.Text;
using Build.Tests.Images;
using ContainerSecurity.Checkout;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Packaging.Inventory;

namespace Build.Tests.Packaging.Inventory;

/// <summary>
/// What a compile leaves behind, and the machine that did it, small: a binary with its texts, the linker's and the SDK's lists, NuGet's packages.
/// </summary>
internal sealed class CompiledProxy : IDisposable
{
    public const string Rid = "linux-x64";
    public const string Commit = "95017c711e6afc1085133d440e42b4bd78155701";
    public const string Ilc = $"10.0.12-servicing.26422.108+{Commit}";

    public CompiledProxy()
    {
        Paths = new BuildPaths(Folder.Path, Folder["artifacts"], Folder["cache"]);
        WriteBinary($".NET: ilc {Ilc}", "OpenSSL 3.0.22 25 Aug 2026", "clang version 20.1.8", "Linker: Debian LLD 14.0.6");
        File.WriteAllText(Paths.RuntimeDependencies(Rid), RuntimeDependenciesTests.Written);
        File.WriteAllText(Paths.LinkedFiles(Rid), "out: \\\n /lib/x86_64-linux-gnu/libssl.a \\\n obj/proxy.o\n\n/lib/x86_64-linux-gnu/libssl.a:\n");
        WriteArchives("21\t0\t/packages/libbrotlienc.a", "48\t0\t/packages/libz.a", "46\t39\t/lib/x86_64-linux-gnu/libssl.a");
        Folder.Write("system/etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\nVERSION_ID=\"12\"\n");
        Folder.Write("system/etc/debian_version", "12.15\n");
        foreach (var id in new[]
        {
            "Microsoft.NETCore.App.Runtime.NativeAOT.linux-x64",
            "Microsoft.DotNet.ILCompiler",
            "Microsoft.NET.ILLink.Tasks",
            "runtime.linux-x64.Microsoft.DotNet.ILCompiler",
        })
        {
            WritePackage(id, Commit);
        }
    }

    public TemporaryFolder Folder { get; } = new();

    public BuildPaths Paths { get; }

    public BuildMachine Machine => new(Folder["system"], Folder["nuget"]);

    public void WriteBinary(params string[] texts) => Folder.Write(
        "artifacts/proxy/linux-x64/claude-code-proxy",
        [
            .. new ElfWriter().ToBytes(),
            .. RuntimeDependenciesTests.Binary("System.Private.CoreLib", "Microsoft.AspNetCore.Http"),
            .. Encoding.ASCII.GetBytes(string.Join('\0', texts) + "\0"),
        ]);

    /// <param name="rows">Members, members taken, archive.</param>
    public void WriteArchives(params string[] rows) =>
        File.WriteAllText(Paths.LinkedArchives(Rid), "members\textracted\tarchive\n" + string.Join('\n', rows) + "\n");

    public void WritePackage(string id, string commit)
    {
        var name = id.ToLowerInvariant();
        Folder.Write($"nuget/{name}/10.0.12/{name}.nuspec", $"""
            <?xml version="1.0"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd"><metadata>
              <id>{id}</id><version>10.0.12</version><authors>Microsoft</authors>
              <license type="expression">MIT</license>
              <repository type="git" url="https://github.com/dotnet/dotnet" commit="{commit}" />
            </metadata></package>
            """);
        Folder.Write($"nuget/{name}/10.0.12/{name}.10.0.12.nupkg.sha512", Convert.ToBase64String(new byte[64]));
    }

    public void Dispose() => Folder.Dispose();
}
