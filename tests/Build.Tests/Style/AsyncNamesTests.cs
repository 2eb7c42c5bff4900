using Cake.Frosting;
using ContainerSecurity;
using ContainerSecurity.Shell;
using Tests.Shared.Style;

namespace Build.Tests.Style;

public class AsyncNamesTests
{
    [Theory]
    [InlineData(typeof(BuildRun))]
    [InlineData(typeof(ShellScript))]
    [InlineData(typeof(CakeHost))]
    public void Methods_that_return_a_task_end_in_Async(Type program) => Assert.Empty(AsyncNames.Violations(program.Assembly));
}
