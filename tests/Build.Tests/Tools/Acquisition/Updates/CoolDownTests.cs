using ContainerSecurity.Tools.Acquisition.Updates;

namespace Build.Tests.Tools.Acquisition.Updates;

public sealed class CoolDownTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_newest_version_that_is_old_enough_is_chosen_and_younger_ones_are_named()
    {
        var (chosen, tooYoung) = CoolDown.Choose(
            new Version(0, 69, 2), [Aged("0.69.3", 17), Aged("0.69.4", 0.75), Aged("0.69.2", 19), Aged("0.68.0", 90)], Now);

        Assert.Equal(Aged("0.69.3", 17), chosen);
        Assert.Equal(Aged("0.69.4", 0.75), Assert.Single(tooYoung));
    }

    [Theory]
    [InlineData(6.99, false)]
    [InlineData(7, true)]
    public void Seven_days_are_asked_for(double days, bool enough)
    {
        var (chosen, tooYoung) = CoolDown.Choose(new Version(1, 0, 0), [Aged("1.0.1", days)], Now);

        Assert.Equal(enough, chosen is not null);
        Assert.Equal(enough, tooYoung.IsEmpty);
    }

    [Fact]
    public void A_date_in_the_future_is_not_old_enough()
    {
        Assert.Null(CoolDown.Choose(new Version(1, 0, 0), [Aged("1.0.1", -400)], Now).Chosen);
    }

    [Fact]
    public void Versions_are_compared_by_number_and_older_ones_never_chosen()
    {
        Assert.Equal(
            new Version(1, 10, 0),
            CoolDown.Choose(new Version(1, 9, 0), [Aged("1.10.0", 30), Aged("1.9.1", 9), Aged("1.8.9", 8)], Now).Chosen?.Version);
        Assert.Null(CoolDown.Choose(new Version(1, 10, 0), [Aged("1.10.0", 30), Aged("1.9.1", 9)], Now).Chosen);
    }

    [Theory]
    [InlineData("v2.15.1", true)]
    [InlineData("2.1.330", true)]
    [InlineData("2.15.1-beta", false)]
    [InlineData("2.15", false)]
    [InlineData("1.2.3.4", false)]
    [InlineData("created", false)]
    public void Only_three_numbers_are_a_version_that_is_proposed(string text, bool read) =>
        Assert.Equal(read, PublishedVersion.TryParse(text, Now) is not null);

    private static PublishedVersion Aged(string version, double days) => new(Version.Parse(version), Now - TimeSpan.FromDays(days));
}
