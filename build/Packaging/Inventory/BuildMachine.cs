using ContainerSecurity.Tools.Dotnet;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>The machine that compiled and linked, as far as the image describes it.</summary>
/// <param name="System">Its root folder.</param>
/// <param name="NugetPackages">NuGet's package folder.</param>
internal sealed record BuildMachine(string System, string NugetPackages)
{
    public static BuildMachine This { get; } = new("/", DotnetCommands.PackageFolder);
}
