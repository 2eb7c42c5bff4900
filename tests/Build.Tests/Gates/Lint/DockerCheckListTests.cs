using ContainerSecurity.Rules.Docker;
using System.Reflection;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Rules;

namespace Build.Tests.Gates.Lint;

public sealed class DockerCheckListTests
{
    [Fact]
    public void Every_check_of_the_folder_is_in_the_list_under_the_name_of_its_class()
    {
        var written = typeof(DockerCheckList).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(FromAsCasing).Namespace && type.GetProperty("Check") is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (type.Name, Check: (DockerCheck)type.GetProperty("Check", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!))
            .ToList();

        Assert.Equal(21, written.Count);
        Assert.Equal(written.Select(check => check.Name), written.Select(check => check.Check.Name));
        Assert.Equal(written.Select(check => check.Check), DockerCheckList.All);
    }

    [Fact]
    public void Every_check_has_its_tests()
    {
        var tested = typeof(DockerCheckListTests).Assembly.GetTypes().Where(type => type.Namespace == typeof(Rules.Docker.FromAsCasingTests).Namespace).Select(type => type.Name);

        Assert.Empty(DockerCheckList.All.Select(check => $"{check.Name}Tests").Except(tested));
    }

    [Theory]
    [InlineData("JSONArgsRecommended", "json-args-recommended")]
    [InlineData("UndefinedVar", "undefined-var")]
    [InlineData("SecretsUsedInArgOrEnv", "secrets-used-in-arg-or-env")]
    public void Help_is_Dockers_own_page(string name, string page) =>
        Assert.Equal($"https://docs.docker.com/reference/build-checks/{page}/", DockerCheck.HelpFor(name));
}
