namespace Harbor.Defaults.Http;

public sealed record AccessToken(string Value, DateTimeOffset Until);

public interface ITokenSource
{
    Task<AccessToken> NewAsync(CancellationToken cancellationToken);
}
