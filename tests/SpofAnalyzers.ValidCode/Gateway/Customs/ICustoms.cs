using Refit;

namespace Harbor.Gateway.Customs;

public interface ICustoms
{
    [Get("/checkVat/{country}/{number}")]
    Task<VatAnswer> CheckAsync(string country, string number);
}

public sealed record VatAnswer(bool Valid);
