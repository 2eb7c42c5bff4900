namespace Acceptance.Tests.Sdk;

[Collection(nameof(SdkShared))]
public sealed class CSharpSdkTests(SdkFixture fixture) : SdkTests(fixture)
{
    private protected override Task<ISdk> Client(SdkFixture fixture) => Task.FromResult<ISdk>(new CSharpSdk());
}
