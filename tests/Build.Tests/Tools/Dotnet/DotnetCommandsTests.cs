using ContainerSecurity.Tools.Dotnet;

namespace Build.Tests.Tools.Dotnet;

public sealed class DotnetCommandsTests
{
    [Fact]
    public void Documents_are_written_by_the_tests_that_compare_them()
    {
        var command = DotnetCommands.WriteDocuments("Some.Tests.csproj");

        Assert.Equal("1", command.Environment["WRITE_DOCS"]);
        Assert.Contains("FullyQualifiedName~DocumentationTests", command.Arguments);
    }

    [Fact]
    public void Tests_never_write_documents() =>
        Assert.DoesNotContain("WRITE_DOCS", DotnetCommands.Test("Some.Tests.csproj", "results", "file").Environment.Keys);
}
