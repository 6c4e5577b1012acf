namespace Spof.Code.Projects;

/// <summary>The usings that each SDK adds when <c>ImplicitUsings</c> is on, as its props files list them.</summary>
internal static class SdkUsings
{
    private static readonly string[] Base =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly string[] Web =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private static readonly string[] Worker =
    [
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting",
        "Microsoft.Extensions.Logging",
    ];

    private static readonly string[] BlazorWebAssembly =
        ["Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Logging"];

    public static IEnumerable<GlobalUsing> Of(IReadOnlyList<string> sdks, PropertyTable properties, TargetFramework framework)
    {
        if (properties["ImplicitUsings"].Text.Trim().ToUpperInvariant() is not ("TRUE" or "ENABLE") || sdks.Count == 0)
        {
            return [];
        }

        var names = Base.Where(n => n != "System.Net.Http" || framework.Family != FrameworkFamily.NetFramework);
        foreach (var sdk in sdks)
        {
            names = names.Concat(sdk.ToUpperInvariant() switch
            {
                "MICROSOFT.NET.SDK.WEB" => Web,
                "MICROSOFT.NET.SDK.WORKER" => Worker,
                "MICROSOFT.NET.SDK.BLAZORWEBASSEMBLY" => BlazorWebAssembly,
                _ => [],
            });
        }

        return names.Distinct().Select(n => new GlobalUsing(n, Alias: null, IsStatic: false));
    }
}
