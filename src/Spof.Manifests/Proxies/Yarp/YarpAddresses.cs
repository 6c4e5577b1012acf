using System.Collections.Immutable;
using Spof.Manifests.EnvFiles;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Proxies.Yarp;

/// <summary>The destination addresses of a settings file under the names of the environment variables that would set them.</summary>
internal static class YarpAddresses
{
    public static ImmutableDictionary<string, Variable> AsVariables(string path, string text)
    {
        var variables = ImmutableDictionary.CreateBuilder<string, Variable>(StringComparer.Ordinal);
        foreach (var document in YamlReader.Read(path, JsonComments.Blank(text)).Documents)
        {
            foreach (var (cluster, _, clusterNode) in document.Find("ReverseProxy", "Clusters")?.Entries ?? [])
            {
                foreach (var (destination, _, destinationNode) in clusterNode["Destinations"]?.Entries ?? [])
                {
                    if (destinationNode["Address"] is not { Text: { } address } node)
                    {
                        continue;
                    }

                    var name = $"ReverseProxy__Clusters__{cluster}__Destinations__{destination}__Address";
                    var at = new Evidence(EvidenceLayer.Config, node.At, $"{cluster}: {destination}");
                    variables[name] = new Variable(name, address, null, at);
                }
            }
        }

        return variables.ToImmutable();
    }
}
