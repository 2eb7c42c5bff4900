using System.Globalization;

namespace Proxy.Tests.Translation.Tokens;

/// <summary>Data that no word helps with: encoded bytes, ids, numbers, always the same.</summary>
public static class DataTexts
{
    public static TheoryData<string, string> All
    {
        get
        {
            var random = new Random(20);
            var bytes = new byte[3000];
            random.NextBytes(bytes);
            return new TheoryData<string, string>
            {
                { "base64", Convert.ToBase64String(bytes) },
                { "base64 in lines", Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks) },
                { "hexadecimal", Convert.ToHexStringLower(bytes) },
                { "ids", string.Join('\n', bytes.Chunk(16).Where(id => id.Length == 16).Select(id => new Guid(id))) },
                { "one long number", string.Concat(bytes.Select(value => value % 10)) },
                { "a list of numbers", string.Join(", ", bytes.Select(value => (value * 3907).ToString(CultureInfo.InvariantCulture))) },
            };
        }
    }
}
