using Build.Tests.Gates.Policy;

namespace Build.Tests.Rules.Dockerfiles;

public sealed class SecretInInstructionTests
{
    [Theory]
    [InlineData("ENV A=KEY")]
    [InlineData("ARG A=KEY")]
    [InlineData("LABEL a=\"KEY\"")]
    [InlineData("RUN A=KEY npm ci")]
    [InlineData("CMD [\"a\", \"--key=KEY\"]")]
    [InlineData("RUN <<EOF\necho KEY > /k\nEOF")]
    [InlineData("ONBUILD ENV A=KEY")]
    [InlineData("ENV DB=postgres://me:hunter2@db/x")]
    [InlineData("RUN git clone https://me:hunter2@a/b")]
    [InlineData("RUN curl -u me:hunter2hunter https://a/b")]
    [InlineData("RUN curl -sSL --user 'me:hunter2x' https://a/b -o /b")]
    [InlineData("RUN wget --password=hunter2x https://a/b")]
    [InlineData("RUN mysql -uroot -phunter2x -e 'select 1'")]
    [InlineData("RUN mysqldump --user=root --password=hunter2x db > /d")]
    [InlineData("RUN sshpass -p hunter2x ssh a")]
    [InlineData("RUN docker login -u me -p hunter2x r.example.org")]
    [InlineData("RUN echo hunter2x | docker login -u me --password-stdin r.example.org")]
    [InlineData("RUN echo 'root:hunter2x' | chpasswd")]
    [InlineData("RUN htpasswd -bc /etc/htpasswd me hunter2x")]
    [InlineData("RUN htpasswd -nbB me hunter2x > /h")]
    [InlineData("RUN openssl rsa -in a -passin pass:hunter2x -out b")]
    [InlineData("RUN PGPASSWORD=hunter2x psql -h db")]
    [InlineData("RUN npm config set //r.example.org/:_authToken hunter2hunter")]
    [InlineData("RUN keytool -storepass hunter2x -list")]
    [InlineData("RUN redis-cli -h db -a hunter2x ping")]
    [InlineData("RUN curl -H 'PRIVATE-TOKEN: hunter2hunter' https://a")]
    [InlineData("LABEL db.password=hunter2x")]
    [InlineData("ENV DB_PASSWORD=hunter2x")]
    [InlineData("COPY <<EOF /app/settings\ndb_password: hunter2x\nEOF")]
    public void A_secret_is_caught_and_not_shown(string instruction)
    {
        var key = TestSecrets.GitHubToken();
        var found = OwnBench
            .Lint($"FROM scratch\n{instruction.Replace("KEY", key, StringComparison.Ordinal)}\n")
            .Where(finding => finding.RuleId == "CS1007");

        var finding = Assert.Single(found);
        Assert.Equal(2, finding.Line);
        Assert.DoesNotContain("hunter2", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ENV API_KEY_FILE=/run/secrets/key")]
    [InlineData("ARG API_KEY")]
    [InlineData("ENV DB=postgres://me:$PASSWORD@db/x")]
    [InlineData("ENV DB=postgres://me:<password>@db/x PROXY=http://a:8080/b@c")]
    [InlineData("RUN --mount=type=secret,id=key cat /run/secrets/key")]
    [InlineData("RUN curl -u me:$PASSWORD https://a/b")]
    [InlineData("RUN curl -u \"$USER:$(cat /run/secrets/p)\" https://a/b")]
    [InlineData("RUN curl -fsSL https://a.example.org:8443/b")]
    [InlineData("RUN --mount=type=secret,id=t,env=T curl -H \"Authorization: Bearer $T\" https://a")]
    [InlineData("RUN mysql -uroot -p -e 'select 1'")]
    [InlineData("RUN mysql -uroot -p\"$P\" -e 'select 1'")]
    [InlineData("RUN mysql -P3306 -h db")]
    [InlineData("RUN mkdir -p /var/lib/mysql && mysql --version")]
    [InlineData("RUN cat /run/secrets/p | docker login -u me --password-stdin")]
    [InlineData("RUN docker login -u me -p \"$P\" r.example.org")]
    [InlineData("RUN docker login --password-stdin < /run/secrets/p")]
    [InlineData("RUN echo hello | tee /a")]
    [InlineData("RUN echo \"root:$P\" | chpasswd")]
    [InlineData("RUN openssl rsa -passin file:/run/secrets/p -in a")]
    [InlineData("RUN openssl rsa -passin pass:\"$P\" -in a")]
    [InlineData("RUN npm config set //r.example.org/:_authToken '${NPM_TOKEN}'")]
    [InlineData("RUN echo '//r.example.org/:_authToken=${NPM_TOKEN}' > /root/.npmrc")]
    [InlineData("RUN unzip -p a.zip b > c")]
    [InlineData("RUN useradd --password '!' me")]
    [InlineData("ENV TOKENIZERS_PARALLELISM=false PASSWORD_FILE=/run/secrets/p MAX_TOKENS=4096")]
    [InlineData("ENV POSTGRES_PASSWORD=postgres")]
    [InlineData("ENV API_TOKEN=your-token-here SECRET_KEY=<secret> PASSWORD=changeme")]
    [InlineData("LABEL org.example.token-url=https://a/token")]
    [InlineData("ARG SECRET_NAME=db")]
    public void A_name_or_a_reference_is_let_pass(string instruction) => Assert.Empty(OwnBench.Lines("CS1007", $"FROM scratch\n{instruction}\n"));
}
