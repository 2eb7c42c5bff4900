using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Gates.Policy.Drafting;
using ContainerSecurity.Images.Contents;

namespace Build.Tests.Gates.Policy.Drafting;

/// <summary>The first policy of an image: it keeps what it is given, and loses no promise unseen.</summary>
public sealed class PolicyDraftTests : IDisposable
{
    private readonly SampleRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void An_image_keeps_the_policy_that_was_written_from_it()
    {
        var image = new SampleImage();

        Assert.All(Verify(image, image), claim => Assert.Equal((claim.Id, Verdict.Pass), (claim.Id, claim.Verdict)));
    }

    [Fact]
    public void What_is_added_later_breaks_it()
    {
        var image = new SampleImage();

        var claims = Verify(image, image.With(new SampleFile("/added", "later")));

        Assert.Equal(Verdict.Fail, claims.Single(claim => claim.Id == "IM-1.1").Verdict);
    }

    [Fact]
    public void What_does_not_hold_is_not_promised_and_said()
    {
        var image = new SampleImage();
        image = image with { Config = image.Config with { User = "" } };

        var draft = Draft(image);

        Assert.DoesNotContain("- image-user\n", draft, StringComparison.Ordinal);
        Assert.Contains("#   image-user: ", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_files_are_named_by_their_folders()
    {
        var image = new SampleImage().With([.. Enumerable.Range(0, 100).Select(index => new SampleFile($"/usr/lib/a/{index}", "x"))]);

        var files = ReleasePolicyReader.Read("policy.yaml", Draft(image)).Image.Files!.Value;

        Assert.Contains("/usr/lib/**", files);
        Assert.All(Verify(image, image), claim => Assert.Equal(Verdict.Pass, claim.Verdict));
    }

    private static string Draft(SampleImage image) => PolicyDraft.Write(new ImageFactsReader(CancellationToken.None).Read(image.Open()));

    /// <summary>Judges an image by the policy that another one gave.</summary>
    private List<ClaimResult> Verify(SampleImage drafted, SampleImage judged)
    {
        _repository.Write("build/policy.yaml", Draft(drafted));
        return [.. _repository.Judge(judged).Claims];
    }
}
