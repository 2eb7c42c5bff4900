using Build.Tests.Secrets;
using ContainerSecurity.Gates.Secrets;
using ContainerSecurity.Tools.Trivy;

namespace Build.Tests.Gates.Secrets;

public class TrivyHitsTests
{
    private static readonly string Real = PlantedSecrets.GitHub;
    private static readonly string Held = "ghp" + "_" + new string('x', 36);

    [Fact]
    public void A_placeholder_under_the_stars_is_told_from_a_key()
    {
        Assert.True(IsPlaceholder($"TOKEN={Stars(Held)}", $"TOKEN={Held}"));
        Assert.False(IsPlaceholder($"TOKEN={Stars(Real)}", $"TOKEN={Real}"));
    }

    [Fact]
    public void A_long_line_of_which_Trivy_shows_a_part_is_found_again() =>
        Assert.True(IsPlaceholder($"yy, t: {Stars(Held)}, zz", $"{new string('y', 300)}, t: {Held}, {new string('z', 300)}"));

    [Fact]
    public void What_cannot_be_held_against_its_text_stays()
    {
        Assert.False(TrivyHits.IsPlaceholder(new TrivySecret { Match = $"TOKEN={Stars(Held)}" }, []));
        Assert.False(IsPlaceholder($"TOKEN={Stars(Held)}", "the file has changed"));
        Assert.False(TrivyHits.IsPlaceholder(new TrivySecret(), ["TOKEN=x"]));
    }

    private static bool IsPlaceholder(string masked, string line) => TrivyHits.IsPlaceholder(new TrivySecret { Match = masked }, [line]);

    private static string Stars(string secret) => new('*', secret.Length);
}
