using Spof.Model;

namespace Spof.Manifests.Kubernetes;

/// <summary>Finds the declared workload that serves an Ingress class.</summary>
internal sealed class IngressControllers(ObjectSet objects, IReadOnlyList<WorkloadReading> workloads)
{
    private const string DefaultClassController = "--controller-class=";
    private const string ClassOption = "--ingress-class=";

    /// <summary>Products by the prefix of their IngressClass controller, with the names that they carry as label or image.</summary>
    private static readonly (string Controller, string ClassName, string[] Names)[] Products =
    [
        ("k8s.io/ingress-nginx", "nginx", ["ingress-nginx", "nginx-ingress-controller"]),
        ("nginx.org/ingress-controller", "nginx", ["nginx-ingress"]),
        ("traefik.io/ingress-controller", "traefik", ["traefik"]),
        ("haproxy.org/ingress-controller", "haproxy", ["kubernetes-ingress", "haproxy-ingress"]),
        ("haproxy-ingress.github.io/controller", "haproxy", ["haproxy-ingress"]),
        ("ingress-controllers.konghq.com/kong", "kong", ["kong", "ingress-kong"]),
        ("projectcontour.io", "contour", ["contour", "envoy"]),
    ];

    private readonly Dictionary<string, string?> _byClass = new(StringComparer.Ordinal);

    /// <summary>Id of the only workload that serves the Ingress; null when the platform does or when it is not clear which.</summary>
    public string? Of(KubernetesObject ingress)
    {
        var name = ingress.Spec?["ingressClassName"]?.Text ?? ingress.Annotation("kubernetes.io/ingress.class") ?? DefaultClass();
        if (name is null)
        {
            return null;
        }

        if (!_byClass.TryGetValue(name, out var controller))
        {
            _byClass[name] = controller = Find(name);
        }

        return controller;
    }

    private string? DefaultClass() =>
        objects.OfKind("IngressClass").FirstOrDefault(c => c.Annotation("ingressclass.kubernetes.io/is-default-class") == "true")?.Name;

    private string? Find(string className)
    {
        var controller = objects.Find("IngressClass", "", className)?.Spec?["controller"]?.Text;
        return Only(w => controller is not null && HasArgument(w, DefaultClassController + controller))
            ?? Only(w => HasArgument(w, ClassOption + className))
            ?? Only(w => IsProduct(w, className, controller));
    }

    private string? Only(Func<WorkloadReading, bool> serves)
    {
        var found = workloads.Where(w => w.Declaration.Role == WorkloadRole.Service && serves(w)).Take(2).ToList();
        return found is [var only] ? only.Declaration.Id : null;
    }

    private static bool HasArgument(WorkloadReading workload, string argument) =>
        workload.Containers.Any(c => c.Member.Arguments.Any(a => a.Text == argument));

    private static bool IsProduct(WorkloadReading workload, string className, string? controller)
    {
        foreach (var product in Products)
        {
            var isMeant = controller is null
                ? product.ClassName == className
                : controller.StartsWith(product.Controller, StringComparison.Ordinal);
            if (isMeant && product.Names.Any(n => Carries(workload, n)))
            {
                return true;
            }
        }

        return false;
    }

    // ingress-nginx also labels its default backend and its admission jobs; those run other images.
    private static bool Carries(WorkloadReading workload, string name)
    {
        var label = workload.Labels?["app.kubernetes.io/name"]?.Text ?? workload.Labels?["app"]?.Text;
        var component = workload.Labels?["app.kubernetes.io/component"]?.Text;
        return (label == name && component is null or "controller") || workload.Containers.Any(c => IsImage(c.Declaration.Image, name));
    }

    private static bool IsImage(string? image, string name)
    {
        if (image is null)
        {
            return false;
        }

        var repository = image[(image.LastIndexOf('/') + 1)..];
        var end = repository.IndexOfAny([':', '@']);
        return (end < 0 ? repository : repository[..end]) == name;
    }
}
