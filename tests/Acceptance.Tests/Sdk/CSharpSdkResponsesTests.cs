namespace Acceptance.Tests.Sdk;

[Collection(nameof(SdkShared))]
public sealed class CSharpSdkResponsesTests(SdkFixture fixture) : SdkResponsesTests(fixture)
{
    private protected override Task<ISdk> Client(SdkFixture fixture) => Task.FromResult<ISdk>(new CSharpSdk());
}
