using ContainerSecurity.Tools.Dotnet;

namespace Build.Tests.Tools.Dotnet;

public sealed class TestWarningsTests
{
    [Fact]
    public void What_tests_warn_of_is_read_once_and_nothing_else_that_they_write()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                path,
                """
                <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
                <UnitTestResult><Output><StdOut>measured 7
                warning: version 2 is out
                warning: version 3 too</StdOut></Output></UnitTestResult>
                <UnitTestResult><Output><StdOut>warning: version 2 is out</StdOut></Output></UnitTestResult>
                <UnitTestResult><Output><ErrorInfo><Message>warning: of another kind</Message></ErrorInfo></Output></UnitTestResult>
                </Results></TestRun>
                """);

            Assert.Equal(["version 2 is out", "version 3 too"], TestWarnings.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
