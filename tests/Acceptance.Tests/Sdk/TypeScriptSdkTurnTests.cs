namespace Acceptance.Tests.Sdk;

[Collection(nameof(SdkShared))]
public sealed class TypeScriptSdkTurnTests(SdkFixture fixture) : SdkTurnTests(fixture)
{
    private protected override async Task<ISdk> Client(SdkFixture fixture) => await fixture.TypeScript();
}
