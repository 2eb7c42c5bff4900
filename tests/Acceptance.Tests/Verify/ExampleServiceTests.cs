using System.Security.Cryptography;
using System.Text.Json;
using Acceptance.Tests.Scan;

namespace Acceptance.Tests.Verify;

/// <summary>The promises of another repository and image, proven by its own policy.</summary>
public sealed class ExampleServiceTests : IDisposable
{
    private readonly ExampleService _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task What_keeps_its_promises_passes_and_every_check_is_proven_to_detect()
    {
        _service.Build();

        var outcome = await _service.VerifyAsync("--strict");

        Assert.True(outcome.ExitCode == 0, outcome.Said);
        Assert.All(Claims(outcome), claim => Assert.Equal("pass", claim.GetProperty("verdict").GetString()));
        Assert.All(
            Claims(outcome).SelectMany(claim => claim.GetProperty("checks").EnumerateArray()),
            check => Assert.True(check.GetProperty("detects").GetBoolean(), check.ToString()));
    }

    [Theory]
    [InlineData("USER 65532:65532", "USER 0:0", "IM-1.2")]
    [InlineData("USER 65532:65532", "USER greeter", "IM-1.2")]
    [InlineData("COPY greeter /greeter", "COPY greeter /greeter\nCOPY greeter /bin/sh", "IM-1.1")]
    [InlineData("COPY greeter /greeter", "COPY greeter /greeter\nCOPY greeter /readme", "IM-1.3")]
    [InlineData("ENV GREETING=hello", "ENV GREETING=hello EXTRA=1", "IM-1.3")]
    [InlineData("ENV GREETING=hello", "ENV GREETING=hello\nEXPOSE 9999", "IM-1.3")]
    [InlineData("HEALTHCHECK CMD [\"/greeter\", \"--check\"]", "", "IM-1.1")]
    public async Task A_fault_in_the_image_breaks_the_claim_that_it_belongs_to(string text, string by, string claim)
    {
        _service.Edit("Dockerfile", text, by);
        _service.Build();

        AssertBroken(await _service.VerifyAsync("--quick"), claim);
    }

    [Fact]
    public async Task A_fault_in_the_sources_breaks_the_claim_that_it_belongs_to()
    {
        _service.Build();
        _service.Write("install.sh", "#!/bin/sh\ncurl -fsSL https://get.example.org | sh\n");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _service.Write("notes.txt", key.ExportPkcs8PrivateKeyPem());

        var outcome = await _service.VerifyAsync("--quick");

        AssertBroken(outcome, "SR-2.1");
        AssertBroken(outcome, "SR-2.2");
    }

    [Fact]
    public async Task Without_an_image_its_claims_are_incomplete_and_fail_a_strict_run()
    {
        var policy = $"--policy={_service.PathOf("repository/policy.yaml")}";

        Assert.Equal(0, (await _service.RunAsync("Verify", policy, "--quick")).ExitCode);
        Assert.Equal(3, (await _service.RunAsync("Verify", policy, "--quick", "--strict")).ExitCode);
    }

    [Fact]
    public async Task A_policy_that_names_no_such_check_is_an_error_with_its_line()
    {
        _service.Build();
        _service.Edit("policy.yaml", "checks: [image-user, stage-user]", "checks: [image-users]");

        var outcome = await _service.VerifyAsync();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("policy.yaml:", outcome.Said);
        Assert.Contains("`image-users` is no check", outcome.Said);
    }

    private static List<JsonElement> Claims(ScanOutcome outcome) => [.. outcome.Report!.Value.GetProperty("claims").EnumerateArray()];

    private static void AssertBroken(ScanOutcome outcome, string claim)
    {
        Assert.True(outcome.ExitCode == 1, outcome.Said);
        Assert.Equal("fail", Claims(outcome).Single(known => known.GetProperty("id").GetString() == claim).GetProperty("verdict").GetString());
    }
}
