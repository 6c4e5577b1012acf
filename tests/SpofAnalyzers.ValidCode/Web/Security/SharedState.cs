using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

namespace Harbor.Web.Security;

/// <summary>Sessions, cookies and cached pages that every replica can read.</summary>
internal static class SharedState
{
    public static void AddSharedCache(this WebApplicationBuilder builder)
    {
        var connection = builder.Configuration.GetConnectionString("Cache");
        builder.Services.AddStackExchangeRedisCache(options => options.Configuration = connection);
        builder.Services.AddStackExchangeRedisOutputCache(options => options.Configuration = connection);
        builder.Services.AddSession(options => options.IdleTimeout = TimeSpan.FromMinutes(20));
        builder.Services.AddHealthChecks().AddRedis(connection!, tags: ["ready"]);
    }

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var options = ConfigurationOptions.Parse(builder.Configuration.GetConnectionString("Cache")!);
        options.AbortOnConnectFail = false;
        var redis = ConnectionMultiplexer.Connect(options);
        builder.Services.AddSingleton<IConnectionMultiplexer>(redis);
        builder.Services.AddDataProtection().SetApplicationName("harbor").PersistKeysToStackExchangeRedis(redis, "data-protection");
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => cookie.LoginPath = "/sign-in");
        builder.Services.AddAuthorization();
    }
}
