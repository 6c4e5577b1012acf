using Refit;

namespace Harbor.Gateway.Customs;

public enum VatState
{
    Valid,
    Invalid,
    CheckedLater,
}

public sealed class VatCheck(ICustoms customs)
{
    public async Task<VatState> OfAsync(string country, string number)
    {
        try
        {
            return (await customs.CheckAsync(country, number)).Valid ? VatState.Valid : VatState.Invalid;
        }
        catch (Exception failure) when (failure is ApiException or HttpRequestException or TaskCanceledException)
        {
            return VatState.CheckedLater;
        }
    }
}
