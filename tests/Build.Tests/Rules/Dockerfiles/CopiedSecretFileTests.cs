namespace Build.Tests.Rules.Dockerfiles;

public sealed class CopiedSecretFileTests
{
    [Theory]
    [InlineData("COPY .env /app/")]
    [InlineData("COPY a .env.production /app/")]
    [InlineData("ADD id_rsa /root/.ssh/id_rsa")]
    [InlineData("COPY keys/id_ed25519* /k/")]
    [InlineData("COPY .ssh /root/.ssh")]
    [InlineData("COPY home/.aws/ /root/.aws/")]
    [InlineData("COPY [\".npmrc\", \"/root/.npmrc\"]")]
    [InlineData("COPY .git-credentials /root/")]
    [InlineData("COPY tls/server.key /tls/")]
    [InlineData("COPY certs/key.pem /c/")]
    [InlineData("COPY private-key.pem /c/")]
    [InlineData("COPY store.p12 /c/")]
    [InlineData("ONBUILD COPY .env /app/")]
    [InlineData("COPY deploy/settings /app/.env")]
    [InlineData("COPY prod.env /app/")]
    [InlineData("COPY --chmod=600 npm-config /root/.npmrc")]
    [InlineData("COPY keys/deploy /root/.ssh/id_ed25519")]
    [InlineData("ADD kube /root/.kube/config")]
    [InlineData("COPY .netrc /root/")]
    [InlineData("COPY secrets.yaml /app/")]
    public void A_file_of_secrets_is_caught(string copy) => Assert.Equal([2], OwnBench.Lines("CS1010", $"FROM scratch\n{copy}\n"));

    [Theory]
    [InlineData("COPY .env.example /app/")]
    [InlineData("COPY id_rsa.pub /k/")]
    [InlineData("COPY .env.example /app/.env")]
    [InlineData("COPY env.sample /app/.env")]
    [InlineData("COPY a b /app/.env/")]
    [InlineData("COPY app.env /app/")]
    [InlineData("COPY secrets/ /app/secrets/")]
    [InlineData("COPY src /app")]
    [InlineData("COPY --from=build /root/.npmrc /x")]
    [InlineData("COPY certs/ca.pem /c/")]
    [InlineData("COPY monkey.pem /m/")]
    [InlineData("COPY a /root/.ssh/known_hosts")]
    [InlineData("COPY <<.env /a\nx\n.env")]
    public void Another_file_is_let_pass(string copy) => Assert.Empty(OwnBench.Lines("CS1010", $"FROM scratch AS build\n{copy}\n"));
}
