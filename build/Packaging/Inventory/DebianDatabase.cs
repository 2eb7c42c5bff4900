using System.Collections.Immutable;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>Asks dpkg which packages are installed and which files they own.</summary>
/// <param name="system">The root folder of the machine that is asked about.</param>
internal sealed class DebianDatabase(IToolRunner tools, string system = "/")
{
    private const string Fields =
        "${db:Status-Status}\\t${Package}\\t${Version}\\t${source:Package}\\t${source:Version}\\t${Architecture}\\t${Maintainer}\\t${Depends}\\n";

    /// <summary>The installed ones among the named packages.</summary>
    /// <param name="architecture">Debian's name, <c>amd64</c>; packages of another are left out.</param>
    public async Task<ImmutableArray<DebianPackage>> PackagesAsync(IEnumerable<string> names, string architecture, CancellationToken cancellation)
    {
        var said = await AskAsync(["--show", $"--showformat={Fields}", .. names], cancellation);
        return [.. Lines(said)
            .Select(Package)
            .OfType<DebianPackage>()
            .Where(package => package.Architecture == architecture || package.Architecture == "all")];
    }

    /// <summary>Which packages own the files; a file that no package owns is missing in the result.</summary>
    public async Task<ILookup<string, string>> OwnersAsync(IEnumerable<string> files, CancellationToken cancellation)
    {
        var said = await AskAsync(["--search", .. files], cancellation);
        return Lines(said)
            .Where(line => !line.StartsWith("diversion by ", StringComparison.Ordinal))
            .Select(line => line.Split(": ", 2))
            .Where(parts => parts.Length == 2)
            .SelectMany(parts => parts[0].Split(", ").Select(package => (File: parts[1], Package: package.Split(':')[0])))
            .ToLookup(owner => owner.File, owner => owner.Package, StringComparer.Ordinal);
    }

    /// <summary>Every file of a package.</summary>
    public async Task<ImmutableArray<string>> FilesAsync(string package, CancellationToken cancellation) =>
        [.. Lines(await AskAsync(["--listfiles", package], cancellation))];

    // Exit code 1 means that some names are unknown; the output has the rest.
    private async Task<string> AskAsync(ImmutableArray<string> arguments, CancellationToken cancellation)
    {
        var query = new ToolCommand
        {
            Executable = "dpkg-query",
            Arguments = system == "/" ? arguments : [$"--admindir={Path.Combine(system, "var/lib/dpkg")}", .. arguments],
            Timeout = TimeSpan.FromSeconds(60),
            AcceptedExitCodes = [0, 1],
        };
        return (await tools.RunAsync(query, cancellation)).Output;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static DebianPackage? Package(string line) => line.Split('\t') switch
    {
        ["installed", var name, var version, var source, var sourceVersion, var architecture, var maintainer, var depends] => new()
        {
            Name = name,
            Version = version,
            Source = source,
            SourceVersion = sourceVersion,
            Architecture = architecture,
            Maintainer = maintainer,
            Dependencies = [.. depends.Split([',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(NameOf)],
        },
        _ => null,
    };

    /// <summary><c>libssl3</c> out of <c>libssl3:amd64 (= 3.0.22-1)</c>.</summary>
    private static string NameOf(string dependency) => dependency.Split(' ', ':')[0];
}
