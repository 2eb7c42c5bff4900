using ContainerSecurity.Tools.Dotnet;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>The machine that was linked for, as far as the image describes it: this one, or the sysroot of another architecture.</summary>
/// <param name="System">Its root folder.</param>
/// <param name="NugetPackages">NuGet's package folder.</param>
internal sealed record BuildMachine(string System, string NugetPackages)
{
    public static BuildMachine This { get; } = new("/", DotnetCommands.PackageFolder);
}
