namespace Spof.Tool.Tests.Commands;

/// <summary>A folder with one small deployment, for tests of the command line as a whole.</summary>
internal sealed class Shop : IDisposable
{
    public const string Manifest = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: shop }
        spec:
          replicas: 1
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: registry.example.com/web:1
                  env: [{ name: DB, value: "postgres://orders-db/orders" }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web, namespace: shop }
        spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80 }] }
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: orders-db, namespace: shop }
        spec:
          replicas: 1
          serviceName: orders-db
          selector: { matchLabels: { app: orders-db } }
          template:
            metadata: { labels: { app: orders-db } }
            spec: { containers: [{ name: db, image: "postgres:17" }] }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: orders-db, namespace: shop }
        spec: { selector: { app: orders-db }, ports: [{ port: 5432 }] }
        """;

    public Shop() => Write("deploy/app.yaml", Manifest);

    public string Folder { get; } = Directory.CreateTempSubdirectory("spof-test-").FullName;

    public string Path(string relative) => System.IO.Path.Combine(Folder, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(relative))!);
        File.WriteAllText(Path(relative), text);
    }

    public Task<(int Code, string Out, string Error)> ScanAsync(params string[] args) => RunAsync(["scan", Folder, .. args]);

    public static async Task<(int Code, string Out, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
