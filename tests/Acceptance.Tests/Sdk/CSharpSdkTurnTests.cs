namespace Acceptance.Tests.Sdk;

[Collection(nameof(SdkShared))]
public sealed class CSharpSdkTurnTests(SdkFixture fixture) : SdkTurnTests(fixture)
{
    private protected override Task<ISdk> Client(SdkFixture fixture) => Task.FromResult<ISdk>(new CSharpSdk());
}
