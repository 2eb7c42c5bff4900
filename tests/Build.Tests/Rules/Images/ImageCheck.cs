using Build.Tests.Gates.Policy;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Formats.SecurityPolicy;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;

namespace Build.Tests.Rules.Images;

/// <summary>Puts one check to one image, by the policy of this repository or another.</summary>
internal static class ImageCheck
{
    private static readonly string OwnPolicy = File.ReadAllText(Path.Combine(SampleRepository.ThisRepository, "build/policy.yaml"));

    /// <summary>The sample image as it is.</summary>
    public static SampleImage Sound => new();

    public static SampleFile Program(string path) => new(path, SampleImage.StaticProgram) { Mode = 0b111_101_101 };

    public static SampleFile Link(string path, string target) =>
        new(path, "") { Kind = ContainerSecurity.Images.LayerEntryKind.SymbolicLink, LinkTarget = target };

    /// <summary>What the check complains of; nothing when it holds.</summary>
    public static string[] Complaints(string check, SampleImage image, string? policy = null)
    {
        var seen = Look(check, image, policy);
        Assert.Empty(seen.OfType<Observation.Unseen>());
        var broken = seen.OfType<Observation.Broken>().ToList();
        Assert.True(broken.Count > 0 || seen.OfType<Observation.Held>().Any(), "says neither that it holds nor that it is broken");
        Assert.All(broken, one => Assert.NotEmpty(one.Help));
        return [.. broken.Select(one => one.Message)];
    }

    public static string Complaint(string check, SampleImage image, string? policy = null) => Assert.Single(Complaints(check, image, policy));

    public static void Holds(string check, SampleImage image, string? policy = null) => Assert.Empty(Complaints(check, image, policy));

    /// <summary>Why the check judges nothing.</summary>
    public static string WhyUnseen(string check, SampleImage image, string? policy = null)
    {
        var seen = Look(check, image, policy);
        Assert.Empty(seen.OfType<Observation.Broken>());
        return Assert.Single(seen.OfType<Observation.Unseen>()).Why;
    }

    /// <param name="policy">The part <c>image</c>, in YAML; that of this repository without it.</param>
    private static List<Observation> Look(string check, SampleImage image, string? policy) =>
        [.. CheckRegistry.All.Single(one => one.Id == check).Look(new PolicyFacts
        {
            Document = new SecurityPolicyDocument(1, [], []),
            Policy = ReleasePolicyReader.Read("policy.yaml", policy is null ? OwnPolicy : $"image: {policy}"),
            Image = new ImageFactsReader(CancellationToken.None).Read(image.Open()),
        })];
}
