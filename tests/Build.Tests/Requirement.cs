namespace Build.Tests;

/// <summary>
/// What a test needs beyond a plain machine. If it is missing, the test is skipped; under <c>REQUIRE_ALL=1</c> it fails, so that continuous
/// integration skips nothing.
/// </summary>
internal static class Requirement
{
    public static void Require(bool met, string what)
    {
        if (Environment.GetEnvironmentVariable("REQUIRE_ALL") == "1")
            Assert.True(met, $"REQUIRE_ALL is set and this is missing: {what}");
        Skip.IfNot(met, what);
    }
}
