namespace Build.Tests.Gates.Policy;

/// <summary>Texts that look like secrets, composed when a test runs, so that no file of the repository holds one.</summary>
internal static class TestSecrets
{
    public static string PrivateKey()
    {
        var body = string.Concat(Enumerable
            .Range(0, 3)
            .Select(line => Convert.ToBase64String([.. Enumerable.Range(line * 48, 48).Select(value => (byte)(value * 37))]) + "\n"));
        return string.Join(" ", "-----BEGIN", "RSA", "PRIVATE", "KEY-----\n") + body + string.Join(" ", "-----END", "RSA", "PRIVATE", "KEY-----\n");
    }

    public static string GitHubToken() =>
        "ghp" + "_" + string.Concat(Enumerable.Range(0, 36).Select(index => "aB3dE5fG7hJ9kL1mN0pQ2rS4tU6vW8xY"[index % 32]));
}
