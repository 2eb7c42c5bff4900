namespace Acceptance.Tests;

/// <summary>What a test needs beyond a plain machine. Missing, the test is skipped; under <c>REQUIRE_ALL=1</c> it fails, so that continuous integration skips nothing.</summary>
internal static class Requirement
{
    public static void Require(bool met, string what) => Require("REQUIRE_ALL", met, what);

    /// <summary>Released on GitHub alone, which not every continuous integration reaches: only <c>REQUIRE_HADOLINT=1</c> makes it a failure.</summary>
    public static void Hadolint(bool met, string what) => Require("REQUIRE_HADOLINT", met, what);

    public static void Root() => Require(Environment.UserName == "root", "root");

    public static void Program(string name, string package) =>
        Require(Environment.GetEnvironmentVariable("PATH")!.Split(':').Append("/usr/sbin").Any(folder => File.Exists(Path.Combine(folder, name))), $"{name} (Debian package {package})");

    public static void ProxyBinary() => Require(File.Exists(Repository.ProxyBinary), $"{Repository.ProxyBinary} (run --target=Image)");

    private static void Require(string variable, bool met, string what)
    {
        if (Environment.GetEnvironmentVariable(variable) == "1")
            Assert.True(met, $"{variable} is set and this is missing: {what}");
        Skip.IfNot(met, what);
    }
}
