using ClaudeCodeProxy.Configuration.Sources;
using Tests.Shared;

namespace Proxy.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_table_of_variables_is_that_of_the_proxy() =>
        ReadmeTable.AssertIs("variables", ["| variable | default | meaning |", "|---|---|---|", .. Variable.Documented.Select(variable => $"| `{variable.Name}` | {variable.Default} | {variable.Meaning} |")]);
}
