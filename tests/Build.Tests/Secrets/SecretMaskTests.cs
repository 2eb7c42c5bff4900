using ContainerSecurity.Secrets;

namespace Build.Tests.Secrets;

public class SecretMaskTests
{
    [Theory]
    [MemberData(nameof(PlantedSecrets.All), MemberType = typeof(PlantedSecrets))]
    public void Every_kind_of_secret_is_masked(string rule, string secret)
    {
        var masked = SecretMask.Apply($"RUN login {secret} done");

        Assert.NotEmpty(rule);
        Assert.Contains("***", masked, StringComparison.Ordinal);
        Assert.StartsWith("RUN login ", masked, StringComparison.Ordinal);
        Assert.EndsWith(" done", masked, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[(secret.Length / 2)..][..8], masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ENV MY_PASSWORD=hunter2 OTHER=1", "ENV MY_PASSWORD=*** OTHER=1")]
    [InlineData("ARG token: 'a b'", "ARG token: ***")]
    [InlineData("x_api_key=\"a b\" y", "x_api_key=*** y")]
    [InlineData(
        "Possible exposure of secret env \"AWS_SECRET_ACCESS_KEY\" in ENV", "Possible exposure of secret env \"AWS_SECRET_ACCESS_KEY\" in ENV")]
    [InlineData("Specify at least 1 USER command", "Specify at least 1 USER command")]
    public void A_value_whose_name_says_it_is_secret_is_masked_and_the_rest_stays(string text, string masked) =>
        Assert.Equal(masked, SecretMask.Apply(text));
}
