using ContainerSecurity.Images.Building;

namespace Build.Tests.Images.Building;

public class GoDurationTests
{
    [Theory]
    [InlineData("30s", 30_000_000_000L)]
    [InlineData("1m30s", 90_000_000_000L)]
    [InlineData("1.5h", 5_400_000_000_000L)]
    [InlineData("500ms", 500_000_000L)]
    [InlineData(".5s", 500_000_000L)]
    [InlineData("+2us3ns", 2_003L)]
    [InlineData("0", null)]
    [InlineData("0s", null)]
    public void A_duration_is_read_as_Go_reads_it(string text, long? nanoseconds) => Assert.Equal(nanoseconds, GoDuration.ParseNanoseconds(text));

    [Theory]
    [InlineData("30")]
    [InlineData("s")]
    [InlineData("1 s")]
    [InlineData("-1s")]
    [InlineData("1d")]
    [InlineData("999999999h999999999h")]
    public void Another_text_is_refused(string text) => Assert.Throws<RefusedInstructionException>(() => GoDuration.ParseNanoseconds(text));
}
