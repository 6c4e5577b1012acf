using System.Text.Json;

namespace SpofAnalyzers.Package.Tests;

/// <summary>A project that uses the package.</summary>
/// <param name="Name">Name of the project.</param>
internal sealed record Consumer(string Name)
{
    /// <summary>A web service with one long-lived client, readable for a compiler of C# 7.3.</summary>
    public const string Service = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        namespace Shop
        {
            public static class Program
            {
                private static readonly HttpClient Client = new HttpClient();

                public static void Main(string[] args)
                {
                    var builder = WebApplication.CreateBuilder(args);
                    builder.Services.AddHttpClient<Gateway>(client => client.BaseAddress = new Uri(builder.Configuration["Payments:Url"]));
                    builder.Build().Run();
                }
            }

            public sealed class Gateway
            {
                private readonly HttpClient _client;

                public Gateway(HttpClient client)
                {
                    _client = client;
                }

                public async Task<string> Charges()
                {
                    return await _client.GetStringAsync("v1/charges");
                }
            }

            public sealed class Till
            {
                public Till(Gateway gateway)
                {
                }
            }
        }
        """;

    /// <summary>Lines of the property group.</summary>
    public string Properties { get; init; } = "";

    /// <summary>Other lines of the project.</summary>
    public string Items { get; init; } = "";

    /// <summary>Files besides the project, by path relative to it.</summary>
    public IReadOnlyList<(string Path, string Text)> Files { get; init; } = [];

    public void Write(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Name)).FullName;
        File.WriteAllText(
            Path.Combine(folder, Name + ".csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                {Properties}
              </PropertyGroup>
              {Items}
            </Project>
            """);
        foreach (var (path, text) in Files.Prepend(("Program.cs", Service)))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}

/// <param name="Id">Rule id.</param>
/// <param name="Level">error, warning, note or none, after all configuration.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Text">The message.</param>
/// <param name="IsSuppressed">True for what the code or a suppressor takes out.</param>
internal sealed record Reported(string Id, string Level, string File, int Line, string Text, bool IsSuppressed)
{
    /// <summary>Reads the log that the compiler writes, in which notes stand too.</summary>
    public static IReadOnlyList<Reported> Read(string path)
    {
        using var log = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        return
        [
            .. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(r =>
            {
                var at = r.TryGetProperty("locations", out var locations) && locations.GetArrayLength() > 0 ? locations[0].GetProperty("physicalLocation") : default;
                return new Reported(
                    r.GetProperty("ruleId").GetString()!,
                    r.GetProperty("level").GetString()!,
                    at.ValueKind == JsonValueKind.Undefined ? "" : Path.GetFileName(new Uri(at.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath),
                    at.ValueKind == JsonValueKind.Undefined ? 0 : at.GetProperty("region").GetProperty("startLine").GetInt32(),
                    r.GetProperty("message").GetProperty("text").GetString()!,
                    r.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0);
            }),
        ];
    }
}
