namespace Acceptance.Tests;

/// <summary>What the tests with real engines, scanners and clients need of the machine.</summary>
internal static class Requirement
{
    public static void Require(bool met, string what) => Build.Tests.Requirement.Require(met, what);

    public static void Root() => Require(Environment.UserName == "root", "root");

    public static void Program(string name, string package) =>
        Require(Folders.Any(folder => File.Exists(Path.Combine(folder, name))), $"{name} (Debian package {package})");

    public static void ProxyBinary() => Require(File.Exists(Repository.ProxyBinary), $"{Repository.ProxyBinary} (run --target=Image)");

    private static IEnumerable<string> Folders => Environment.GetEnvironmentVariable("PATH")!.Split(':').Append("/usr/sbin");
}
