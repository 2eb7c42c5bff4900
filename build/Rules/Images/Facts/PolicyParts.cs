using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Images.Facts;

/// <summary>Checks that compare the image with a part of the policy.</summary>
internal static class PolicyParts
{
    /// <summary>Without that part there is nothing to compare with, and nothing is held.</summary>
    /// <param name="field">As the policy names it.</param>
    public static IEnumerable<Observation> Image<T>(
        PolicyFacts facts, string field, Func<ImagePolicy, T?> part, Func<T, ImageFacts, IEnumerable<Observation>> check)
        where T : struct => part(facts.Policy.Image) is { } value
            ? Subjects.Image(facts, image => check(value, image))
            : [Missing(facts, field)];

    public static IEnumerable<Observation> Image<T>(
        PolicyFacts facts, string field, Func<ImagePolicy, T?> part, Func<T, ImageFacts, IEnumerable<Observation>> check)
        where T : class => part(facts.Policy.Image) is { } value
            ? Subjects.Image(facts, image => check(value, image))
            : [Missing(facts, field)];

    public static Observation.Unseen Missing(PolicyFacts facts, string field) => new($"the policy {facts.Policy.File} has no image.{field}");
}
