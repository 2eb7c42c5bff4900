namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>The first few complaints of a long list, and how many more there are: an image of a distribution has thousands.</summary>
internal static class ShortList
{
    private const int MostShown = 10;

    public static IEnumerable<Observation.Broken> Of(IEnumerable<Observation.Broken> complaints)
    {
        var (shown, rest) = (0, 0);
        Observation.Broken? last = null;
        foreach (var complaint in complaints)
        {
            if (shown++ < MostShown)
                yield return complaint;
            else if (last is null)
                last = complaint;
            else
                rest++;
        }

        if (last is not null)
            yield return rest == 0 ? last : last with { Message = $"{last.Message}, and {rest} more like it" };
    }
}
