using System.Text;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;

namespace Build.Tests.Formats.InToto;

/// <summary>Envelopes and statements as their specifications want them.</summary>
public sealed class DsseTests
{
    /// <summary>The example of secure-systems-lab/dsse, protocol.md.</summary>
    [Fact]
    public void What_is_signed_is_the_pre_authentication_encoding() => Assert.Equal(
        "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
        Encoding.UTF8.GetString(new DsseEnvelope("http://example.com/HelloWorld", [.. "hello world"u8], []).ToSigned()));

    [Fact]
    public void Lengths_are_those_of_bytes() => Assert.Equal(
        "DSSEv1 2 ü 2 ü", Encoding.UTF8.GetString(new DsseEnvelope("ü", [.. "ü"u8], []).ToSigned()));

    [Fact]
    public void An_envelope_is_one_line_and_is_read_as_it_was_written()
    {
        var envelope = new DsseEnvelope(DsseEnvelope.InToto, [.. "{\n}"u8], [new DsseSignature("key", [1, 2, 3])]);

        var text = Encoding.UTF8.GetString(envelope.Write());
        var read = DsseEnvelope.Read("x", envelope.Write());

        Assert.Equal(
            """{"payloadType":"application/vnd.in-toto+json","payload":"ewp9","signatures":[{"keyid":"key","sig":"AQID"}]}""" + "\n", text);
        Assert.Equal(envelope.ToSigned(), read.ToSigned());
        Assert.Equal(envelope.Write(), read.Write());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"payloadType":1,"payload":"","signatures":[]}""")]
    [InlineData("""{"payloadType":"a","payload":"?","signatures":[]}""")]
    [InlineData("""{"payloadType":"a","payload":"","signatures":null}""")]
    [InlineData("""{"payloadType":"a","payload":"","signatures":[null]}""")]
    [InlineData("""{"payloadType":"a","payload":"","signatures":[{}]}""")]
    [InlineData("""{"payloadType":"a","payload":"","signatures":[{"sig":"?"}]}""")]
    [InlineData("""{"payloadType":"a","payload":"","payload":"","signatures":[]}""")]
    [InlineData("""{"payloadType":"a","payload":"","signatures":[],"more":1}""")]
    public void What_is_no_envelope_is_refused_with_its_name(string text) =>
        Assert.StartsWith("/x.json is no DSSE envelope", Refusal(() => DsseEnvelope.Read("/x.json", Bytes(text))), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v0.1","subject":[],"predicateType":"a","predicate":{}}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":{},"predicateType":"a","predicate":{}}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[null],"predicateType":"a","predicate":{}}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":null}}],"predicateType":"a","predicate":{}}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":1}}],"predicateType":"a","predicate":{}}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[],"predicate":{}}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[],"predicateType":"a","predicate":[]}""")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[],"predicateType":"a","predicateType":"a","predicate":{}}""")]
    public void What_is_no_statement_is_refused_with_its_name(string text) =>
        Assert.StartsWith("/x.json is no in-toto statement", Refusal(() => InTotoStatement.Read("/x.json", Bytes(text))), StringComparison.Ordinal);

    [Fact]
    public void A_statement_is_read_as_it_was_written()
    {
        var statement = new InTotoStatement(
            [ResourceDescriptor.Create("a", "sha256:01"), ResourceDescriptor.At("u", "gitCommit", "02")], "type", new JsonObject { ["x"] = 1 });

        var read = InTotoStatement.Read("x", statement.Write());

        Assert.Equal(("a", "01"), (read.Subjects[0].Name, read.Subjects[0].Sha256));
        Assert.Equal(("u", "02"), (read.Subjects[1].Uri, read.Subjects[1].Digest["gitCommit"]));
        Assert.Equal(statement.Write(), read.Write());
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Refusal(Action act) => Assert.Throws<InputException>(act).Message;
}
