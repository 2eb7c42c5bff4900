namespace Acceptance.Tests;

/// <summary>What the tests with real engines, scanners and clients need of the machine.</summary>
internal static class Requirement
{
    public static void Require(bool met, string what) => Build.Tests.Requirement.Require(met, what);

    public static void Root() => Require(Environment.UserName == "root", "root");

    public static void Program(string name, string package) =>
        Require(Folders.Any(folder => File.Exists(Path.Combine(folder, name))), $"{name} (Debian package {package})");

    public static void ProxyBinary() => Require(File.Exists(Repository.ProxyBinary), $"{Repository.ProxyBinary} (run --target=Image)");

    /// <summary>That a process may have open; .NET raises its own limit as far as it may.</summary>
    public static void OpenFiles(int count)
    {
        var hardLimit = File.ReadLines("/proc/self/limits").First(static line => line.StartsWith("Max open files", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[4];
        var isMet = !int.TryParse(hardLimit, out var limit) || limit >= count;
        Require(isMet, $"{count} open files (raise the hard limit of {hardLimit}: ulimit -Hn {count})");
    }

    private static IEnumerable<string> Folders => Environment.GetEnvironmentVariable("PATH")!.Split(':').Append("/usr/sbin");
}
