using System.Collections.Concurrent;
using System.Security.Cryptography;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/login", (Login login) => Sessions.Open(login.User));
app.MapPost("/logout/{token}", (string token) => Sessions.Close(token));
app.Run();

public sealed record Login(string User);

public sealed record UserSession(string User, DateTimeOffset Since);

public static class Sessions
{
    private static readonly ConcurrentDictionary<string, UserSession> Current = new();

    public static string Open(string user)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        Current[token] = new UserSession(user, DateTimeOffset.UtcNow);
        return token;
    }

    public static void Close(string token) => Current.TryRemove(token, out _);
}
