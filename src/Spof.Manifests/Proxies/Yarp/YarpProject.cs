using System.Collections.Immutable;
using Spof.Manifests.EnvFiles;
using Spof.Manifests.Scanning;

namespace Spof.Manifests.Proxies.Yarp;

/// <summary>A YARP gateway keeps its routes in the appsettings of its project.</summary>
internal static class YarpProject
{
    /// <param name="folder">Folder of the project.</param>
    /// <param name="parser">The parser.</param>
    /// <param name="scope">Namespace or Compose project of the workload.</param>
    /// <param name="workloadId">Workload that runs the project.</param>
    /// <param name="variables">Environment of its container.</param>
    /// <param name="reading">The scan; the settings become an input.</param>
    /// <returns>Null when the project has no routes in its settings.</returns>
    public static ProxyRoutes? Read(
        string folder, YarpConfigParser parser, string scope, string workloadId, Func<string, Variable?> variables, ManifestReading reading)
    {
        var path = PathOf(folder, "appsettings.json");
        if (reading.Files.Open(path) is not { } file || !parser.Claims(path, file.Text))
        {
            return null;
        }

        reading.AddInput(path, parser.Format);
        var overlay = Overlay(folder, parser, variables, reading);
        return parser.Parse(new ProxyConfigSource(path, file.Text, file.Start, scope, workloadId)
        {
            Environment = name => variables(name) ?? overlay.GetValueOrDefault(name),
        });
    }

    /// <summary>Addresses that the appsettings of the container's environment set, as variables that would set them.</summary>
    private static IReadOnlyDictionary<string, Variable> Overlay(
        string folder, YarpConfigParser parser, Func<string, Variable?> variables, ManifestReading reading)
    {
        var environment = Known("ASPNETCORE_ENVIRONMENT") ?? Known("DOTNET_ENVIRONMENT") ?? "Production";
        var path = PathOf(folder, $"appsettings.{environment}.json");
        return reading.Files.Open(path) is { } file && parser.Claims(path, file.Text)
            ? YarpAddresses.AsVariables(file.Path, file.Text)
            : ImmutableDictionary<string, Variable>.Empty;

        string? Known(string name) => variables(name) is { UnknownReason: null } variable ? variable.Text : null;
    }

    private static string PathOf(string folder, string file) => folder.Length == 0 ? file : $"{folder}/{file}";
}
