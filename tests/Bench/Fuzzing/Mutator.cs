using System.Text;

namespace Bench.Fuzzing;

/// <summary>
/// Mutates inputs: changes bits and bytes, removes, repeats and moves pieces, inserts words of the target's language.
/// </summary>
internal sealed class Mutator(Random random, string[] words)
{
    private const int MaxLength = 16 << 10;

    private readonly byte[][] _words = [.. words.Select(Encoding.UTF8.GetBytes)];

    public byte[] Mutate(byte[] input, byte[] other)
    {
        var bytes = new List<byte>(input);
        for (var left = 1 << random.Next(5); left > 0; left--)
            MutateOnce(bytes, other);
        return bytes.Count > MaxLength ? [.. bytes[..MaxLength]] : [.. bytes];
    }

    private void MutateOnce(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, 1 << random.Next(9));
        switch (random.Next(7))
        {
            case 0 when at < bytes.Count: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length)); break;
            case 4 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, 1 << random.Next(9))).ToArray());
                break;
            case 5:
                var word = _words[random.Next(_words.Length)];
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(word.Length + 1)));
                bytes.InsertRange(at, word);
                break;
            default: bytes.InsertRange(at, _words[random.Next(_words.Length)]); break;
        }
    }
}
