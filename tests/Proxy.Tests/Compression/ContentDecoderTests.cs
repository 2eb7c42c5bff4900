using System.IO.Compression;
using System.Text;
using ClaudeCodeProxy.Compression;

namespace Proxy.Tests.Compression;

public sealed class ContentDecoderTests
{
    private static readonly string[] Codings = ["gzip", "deflate", "bare", "br"];

    private static readonly byte[][] Samples =
    [
        [],
        "x"u8.ToArray(),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(number => $"line {number} of a text, {number * number} long\n"))),
        Random(70_000),
        new byte[300_000],
        [.. Random(40_000), .. new byte[40_000], .. Random(40_000)],
        [.. Enumerable.Range(0, 100_000).Select(number => (byte)(number % 7 == 0 ? number / 7 : 'a'))],
    ];

    public static TheoryData<string, CompressionLevel> All
    {
        get
        {
            var all = new TheoryData<string, CompressionLevel>();
            foreach (var coding in Codings)
            {
                foreach (var level in Enum.GetValues<CompressionLevel>())
                    all.Add(coding, level);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_was_coded_comes_out_wherever_it_is_split(string coding, CompressionLevel level)
    {
        foreach (var sample in Samples)
        {
            var coded = Coded.As(coding, sample, level);
            foreach (var (pieces, room) in new[] { (int.MaxValue, 1 << 20), (1, 4096), (7, 1), (1000, 333) })
                Assert.Equal(sample, Decode(coding, coded, pieces, room));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_was_flushed_comes_out_before_more_comes(string coding, CompressionLevel level)
    {
        using var coded = new MemoryStream();
        using var stream = Coded.Open(coding, coded, level);
        using var decoder = ContentCodings.Create(Name(coding));
        for (var i = 0; i < 50; i++)
        {
            coded.SetLength(0);
            stream.Write(Encoding.ASCII.GetBytes($"data: event {i}\n\n"));
            stream.Flush();

            Assert.Equal($"data: event {i}\n\n", Encoding.ASCII.GetString(Rest(decoder, coded.ToArray())));
            Assert.False(decoder.IsComplete);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void What_ends_early_is_not_complete(string coding)
    {
        var coded = Coded.As(coding, Samples[2]);
        for (var length = 1; length < coded.Length; length += 1 + (coded.Length / 40))
        {
            using var decoder = ContentCodings.Create(coding);
            var text = Rest(decoder, coded[..length]);
            Assert.False(decoder.IsComplete);
            Assert.Equal(Samples[2][..text.Length], text);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void A_changed_bit_is_noticed_wherever_it_is(string coding)
    {
        var coded = Coded.As(coding, Samples[2]);
        // Time, compression and system of gzip's header mean nothing.
        for (var at = coding == "gzip" ? 10 : 2; at < coded.Length; at += 1 + (coded.Length / 60))
        {
            var damaged = (byte[])coded.Clone();
            damaged[at] ^= (byte)(1 << (at % 8));
            using var decoder = ContentCodings.Create(coding);
            var isNoticed = Record.Exception(() => Rest(decoder, damaged)) is InvalidDataException || !decoder.IsComplete;
            Assert.True(isNoticed, $"byte {at}");
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void Any_bytes_end_in_text_or_in_one_kind_of_error(string coding)
    {
        var valid = Coded.As(coding, Samples[2]);
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var bytes = (byte[])valid.Clone();
            for (var i = 0; i < 1 + (seed % 20); i++)
                bytes[random.Next(Math.Min(bytes.Length, 200))] = (byte)random.Next(256);
            using var decoder = ContentCodings.Create(coding);
            var error = Record.Exception(() => Rest(decoder, bytes));
            Assert.True(error is null or InvalidDataException, $"seed {seed}: {error}");
        }
    }

    [Fact]
    public void Members_of_gzip_follow_each_other_with_all_that_a_header_may_hold()
    {
        byte[] coded = [.. Coded.As("gzip", "first "u8.ToArray()), .. WithWholeHeader(Coded.As("gzip", "second"u8.ToArray())), 0, 0, 9];

        Assert.Equal("first second"u8.ToArray(), Decode("gzip", coded, 1, 100));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("identity", "")]
    [InlineData("GZIP", "gzip")]
    [InlineData("deflate, br,gzip", "gzip br deflate")]
    [InlineData("identity, x-gzip", "x-gzip")]
    public void Codings_are_undone_in_the_opposite_order(string header, string codings) =>
        Assert.Equal(codings, string.Join(' ', ContentCodings.Read(header)));

    [Theory]
    [InlineData("zstd", "zstd")]
    [InlineData("gzip, aes128gcm", "aes128gcm")]
    [InlineData("gzip,gzip,gzip,gzip,gzip", "gzip")]
    public void A_coding_that_is_not_known_is_named(string header, string coding) =>
        Assert.Equal(coding, Assert.Throws<UnknownCodingException>(() => ContentCodings.Read(header)).Coding);

    private static byte[] Decode(string coding, byte[] coded, int pieces, int room)
    {
        using var decoder = ContentCodings.Create(Name(coding));
        var decoded = coded.Chunk(Math.Min(pieces, Math.Max(coded.Length, 1))).SelectMany(piece => Rest(decoder, piece, room)).ToArray();
        Assert.True(decoder.IsComplete);
        return decoded;
    }

    private static byte[] Rest(ContentDecoder decoder, byte[] piece, int room = 4096)
    {
        ReadOnlySpan<byte> source = piece;
        var decoded = new MemoryStream();
        var destination = new byte[room];
        while (decoder.Decode(ref source, destination) is > 0 and var count)
            decoded.Write(destination, 0, count);
        Assert.True(source.IsEmpty);
        return decoded.ToArray();
    }

    /// <summary>With extra field, name, comment and checksum, as RFC 1952 has them.</summary>
    private static byte[] WithWholeHeader(byte[] member) =>
        [.. member[..3], 2 | 4 | 8 | 16, .. member[4..10], 3, 0, 1, 2, 3, (byte)'n', 0, (byte)'c', (byte)'c', 0, 7, 7, .. member[10..]];

    private static string Name(string coding) => coding == "bare" ? "deflate" : coding;

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
