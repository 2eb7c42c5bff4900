namespace Build.Tests.Rules.Dockerfiles;

/// <summary>What one instruction fetches and another one runs.</summary>
public sealed class StageFlowTests
{
    [Theory]
    [InlineData(3, "FROM scratch\nRUN curl -o /i https://a.b/i\nRUN sh /i\n")]
    [InlineData(4, "FROM scratch\nWORKDIR /w\nRUN wget https://a.b/t.tgz\nRUN tar xzf t.tgz && ./t/setup\n")]
    [InlineData(3, "FROM scratch\nRUN curl -o /usr/local/bin/t https://a.b/t\nRUN chmod 755 /usr/local/bin/t\n")]
    [InlineData(3, "FROM scratch\nADD https://a.b/t /usr/local/bin/\nRUN t --version\n")]
    [InlineData(5, "FROM scratch AS a\nRUN curl -o /o/t https://a.b/t\nFROM scratch\nCOPY --from=a /o/t /bin/t\nENTRYPOINT [\"/bin/t\"]\n")]
    [InlineData(4, "FROM scratch AS a\nRUN curl -o /t https://a.b/t\nFROM a\nCMD [\"sh\", \"/t\"]\n")]
    [InlineData(4, "FROM scratch AS a\nRUN curl -L https://a.b/t | tar xz -C /o\nFROM scratch\nRUN --mount=from=a,source=/o,target=/m /m/setup\n")]
    [InlineData(4, "FROM scratch\nARG T=https://a.b/t\nRUN curl -o \"${T##*/}\" \"$T\"\nRUN sh /t\n")]
    public void Is_caught_where_it_is_run(int line, string dockerfile) =>
        Assert.Equal([line], OwnBench.Lines("CS1002", dockerfile));

    [Theory]
    [InlineData(3, "FROM scratch\nENV SETUP=\"curl https://a.b/s | sh\"\nRUN eval \"$SETUP\"\n")]
    [InlineData(3, "FROM scratch\nENV GET=curl\nRUN $GET https://a.b/s | sh\n")]
    [InlineData(2, "FROM scratch\nRUN cat > /s.sh <<END\ncurl https://a.b/s | sh\nEND\n")]
    [InlineData(5, "FROM scratch\nCOPY <<END /s.sh\ncurl https://a.b/s | sh\nEND\nRUN sh /s.sh\n")]
    public void Text_that_comes_from_another_instruction_is_run_like_any(int line, string dockerfile) =>
        Assert.Equal([line], OwnBench.Lines("CS1001", dockerfile));

    [Theory]
    [InlineData("FROM scratch\nRUN curl -o /i https://a.b/i\nRUN echo '00  /i' | sha256sum -c\nRUN sh /i\n")]
    [InlineData("FROM scratch\nADD --checksum=sha256:00 https://a.b/i /i\nRUN sh /i\n")]
    [InlineData("FROM scratch\nSHELL [\"/bin/bash\", \"-e\", \"-c\"]\nRUN curl -o /i https://a.b/i; echo '00  /i' | sha256sum -c; sh /i\n")]
    [InlineData("FROM scratch AS a\nRUN curl -o /i https://a.b/i\nFROM scratch\nCOPY i /i\nRUN sh /i\n")]
    [InlineData("FROM scratch\nRUN curl -o /d.json https://a.b/d\nCOPY run.py /\nCMD [\"python3\", \"/run.py\", \"/d.json\"]\n")]
    public void What_is_compared_or_another_file_is_let_pass(string dockerfile) => Assert.Empty(OwnBench.Lines("CS1002", dockerfile));
}
