using System.Globalization;
using Spof.Manifests.Yaml;
using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>How a new version replaces the old instances.</summary>
internal static class UpdateStyleReader
{
    /// <param name="workload">The workload.</param>
    /// <param name="instances">Instances that run.</param>
    public static UpdateStyle Of(KubernetesObject workload, Count instances)
    {
        var spec = workload.Spec;
        return workload.Kind switch
        {
            "Deployment" => spec.Strategy("strategy") switch
            {
                "Recreate" => UpdateStyle.AllAtOnce,
                _ when StopsAll(spec?.Find("strategy", "rollingUpdate", "maxUnavailable"), instances) => UpdateStyle.AllAtOnce,
                _ => UpdateStyle.Rolling,
            },
            "DeploymentConfig" => spec.Strategy("strategy") == "Recreate" ? UpdateStyle.AllAtOnce : UpdateStyle.Rolling,
            "StatefulSet" => spec.Strategy("updateStrategy") == "OnDelete" ? UpdateStyle.Manual : UpdateStyle.Rolling,
            "DaemonSet" => spec.Strategy("updateStrategy") switch
            {
                "OnDelete" => UpdateStyle.Manual,
                _ when spec?.Find("updateStrategy", "rollingUpdate", "maxUnavailable")?.Text == "100%" => UpdateStyle.AllAtOnce,
                _ => UpdateStyle.Rolling,
            },
            "Rollout" => UpdateStyle.Rolling,
            "ReplicaSet" or "ReplicationController" or "Pod" => UpdateStyle.Manual,
            _ => UpdateStyle.Unknown,
        };
    }

    private static string? Strategy(this YamlNode? spec, string field) => spec?[field]?["type"]?.Text;

    // Percentages of maxUnavailable are rounded down.
    private static bool StopsAll(YamlNode? maxUnavailable, Count instances)
    {
        if (maxUnavailable?.Text is not { } text || instances.Min is not { } count)
        {
            return false;
        }

        if (!text.EndsWith('%'))
        {
            return maxUnavailable.Integer >= count;
        }

        return int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            && (long)percent * count / 100 >= count;
    }
}
