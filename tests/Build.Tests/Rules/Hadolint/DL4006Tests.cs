using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Rules.Hadolint;

public sealed class DL4006Tests
{
    [Theory]
    [InlineData(1, "RUN a | b")]
    [InlineData(2, "SHELL [\"/bin/sh\", \"-c\"]\nRUN a | b\n")]
    [InlineData(4, "FROM a:1\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nFROM b:1\nRUN a | b\n")]
    [InlineData(1, "RUN echo $(a | b)")]
    [InlineData(1, "RUN if a; then b |& c; fi")]
    [InlineData(2, "SHELL [\"/usr/bin/bash\", \"-c\"]\nRUN a | b\n")]
    [InlineData(2, "SHELL [\"/usr/bin/sh\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\n")]
    [InlineData(2, "SHELL [\"/opt/mybash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\n")]
    [InlineData(1, "RUN <<E\n#!/bin/bash\nset -e\na | b\nE\n")]
    [InlineData(1, "RUN <<E\nset -o pipefail\na | b\nE\n")]
    public void A_pipe_that_hides_failures_is_caught(int line, string dockerfile) =>
        Assert.Equal([line], RuleBench.Lines(DL4006.Rule, dockerfile));

    [Theory]
    [InlineData("SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\n")]
    [InlineData("SHELL [\"/bin/ash\", \"-eo\", \"pipefail\", \"-c\"]\nRUN a | b\n")]
    [InlineData("SHELL [\"pwsh\", \"-c\"]\nRUN a | b\n")]
    [InlineData("SHELL [\"/usr/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\n")]
    [InlineData("SHELL [\"/usr/local/bin/zsh\", \"-euo\", \"pipefail\", \"-c\"]\nRUN a | b\n")]
    [InlineData("SHELL [\"zsh\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\n")]
    [InlineData("RUN <<E\n#!/usr/bin/env bash\nset -eux -o pipefail\na | b\nE\n")]
    [InlineData("RUN <<-E\n\t#!/bin/bash\n\tset -euo pipefail\n\ta | b\n\tE\n")]
    [InlineData("RUN <<E\n#!/usr/bin/env -S python3 -u\nprint('a') | b\nE\n")]
    [InlineData("RUN <<E\n#! /usr/bin/node\nlet x = a | b\nE\n")]
    [InlineData("RUN a || b")]
    [InlineData("RUN echo 'a | b'")]
    [InlineData("RUN echo \"|\"")]
    public void A_guarded_pipe_is_let_pass(string dockerfile) =>
        Assert.Empty(RuleBench.Lines(DL4006.Rule, dockerfile));
}
