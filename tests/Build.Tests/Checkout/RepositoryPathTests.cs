using ContainerSecurity.Checkout;

namespace Build.Tests.Checkout;

public class RepositoryPathTests
{
    [Theory]
    [InlineData("", "a", "a")]
    [InlineData(".devcontainer", "../Dockerfile", "Dockerfile")]
    [InlineData("a/b", "./c", "a/b/c")]
    [InlineData("a", "../../x", "../x")]
    public void Paths_are_joined_inside_the_root(string folder, string relative, string path) =>
        Assert.Equal(path, RepositoryPath.Join(folder, relative));
}
