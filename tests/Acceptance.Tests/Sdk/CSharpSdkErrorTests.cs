namespace Acceptance.Tests.Sdk;

[Collection(nameof(SdkShared))]
public sealed class CSharpSdkErrorTests(SdkFixture fixture) : SdkErrorTests(fixture)
{
    private protected override Task<ISdk> Client(SdkFixture fixture) => Task.FromResult<ISdk>(new CSharpSdk());
}
