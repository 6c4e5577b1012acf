using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>
/// SPOF4011: a server writes what it must find again next to its own program. The disk of a container goes with the container, and another
/// replica has another disk.
/// </summary>
internal sealed class Spof4011 : OperationRule
{
    public const string Id = "SPOF4011";

    private const string Fix = "Write to blob storage or a database, or make the root configurable and mount a volume that all replicas share.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Server writes durable data to its own disk",
        "'{0}' writes below '{1}' on the disk of this machine: it is lost with the machine or container, and another replica does not have it",
        "Reliability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Files below the folder of the program live on the disk of one machine or container. Keep them in blob storage, in a database or on a shared volume.",
        helpLinkUri: HelpLinks.Of(Id));

    /// <summary>Names by which files are read again or served.</summary>
    private static readonly string[] Readers =
    [
        "ReadAllText", "ReadAllTextAsync", "ReadAllBytes", "ReadAllBytesAsync", "ReadAllLines", "ReadAllLinesAsync", "ReadLines", "OpenRead", "OpenText", "PhysicalFile", "PhysicalFileResult",
        "PhysicalFileProvider", "SendFileAsync", "UseStaticFiles", "MapStaticAssets", "StreamReader",
    ];

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IReadOnlyList<string> Calls =>
    [
        "WriteAllText", "WriteAllTextAsync", "WriteAllBytes", "WriteAllBytesAsync", "WriteAllLines", "WriteAllLinesAsync",
        "AppendAllText", "AppendAllTextAsync", "AppendAllLines", "AppendAllLinesAsync", "Create", "CreateText", "AppendText", "OpenWrite", "Copy", "Move",
    ];

    public override IReadOnlyList<string> Creations => ["FileStream", "StreamWriter"];

    public override RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken)
    {
        var (name, path) = operation switch
        {
            IInvocationOperation call when context.Is(call.TargetMethod.ContainingType, "System.IO.File") =>
                ("File." + call.TargetMethod.Name, call.Arguments.Argument("destFileName") ?? call.Arguments.Argument("path")),
            IObjectCreationOperation creation when context.Is(creation.Type, "System.IO.StreamWriter") || (context.Is(creation.Type, "System.IO.FileStream") && Writes(creation)) =>
                (creation.Type!.Name, creation.Arguments.Argument("path")),
            _ => default,
        };
        return path is not null
            && Spof4011Paths.Root(path, context, cancellationToken) is { } root
            && !DevelopmentOnly.Covers(operation)
            && CodePhase.Of(operation, context, cancellationToken) != UsePhase.Startup
            && CallSearch.Mentions(context, cancellationToken, Readers)
                ? Finding(operation.NameLocation(), Fix, name, root) with { Properties = ImmutableDictionary<string, string?>.Empty.Add("dependencyKind", "localDisk") }
                : null;
    }

    /// <summary>True when the mode makes or changes a file.</summary>
    private static bool Writes(IObjectCreationOperation stream) =>
        stream.Arguments.Argument("mode") is { ConstantValue: { HasValue: true, Value: int mode } }
        && (FileMode)mode is FileMode.Create or FileMode.CreateNew or FileMode.OpenOrCreate or FileMode.Append or FileMode.Truncate
        && stream.Arguments.Argument("access") is not { ConstantValue: { HasValue: true, Value: (int)FileAccess.Read } };
}
