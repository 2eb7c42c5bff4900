using ClaudeCodeProxy.Configuration.Sources;
using Tests.Shared;

namespace Proxy.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_table_of_variables_is_that_of_the_proxy()
    {
        var variables = Variable.Documented.SelectMany(group => group.Variables);
        var rows = variables.Select(variable => $"| `{variable.Name}` | {variable.Default} | {variable.Meaning} |");

        ReadmeTable.AssertIs("variables", ["| variable | default | meaning |", "|---|---|---|", .. rows]);
    }
}
