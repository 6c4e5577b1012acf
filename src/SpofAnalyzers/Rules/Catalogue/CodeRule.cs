using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>One rule of the catalogue. Instances hold no state; the analyzers and the tool share them.</summary>
internal abstract class CodeRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Simple names of assemblies that the rule is about: where the project references none of them it costs nothing. Empty: always.</summary>
    public virtual IReadOnlyList<string> Assemblies => [];

    /// <summary>True when the project references an assembly that the rule is about; without one, nothing that it names can be bound.</summary>
    public bool IsReferenced(FactContext context) => Assemblies.Count == 0 || Assemblies.Any(context.ReferencedAssemblies.Contains);

    /// <summary>False for projects that the rule says nothing about; by default it judges servers.</summary>
    public virtual bool AppliesTo(FactContext context) => context.Options.ApplicationKind == ApplicationKind.Server;

    /// <param name="at">The place to squiggle.</param>
    /// <param name="fix">What to do, in one or two sentences.</param>
    /// <param name="arguments">Arguments of the message.</param>
    protected RuleFinding Finding(Location at, string fix, params string[] arguments) =>
        new(Descriptor, fix, Descriptor.DefaultSeverity, at, ImmutableArray<Location>.Empty, arguments.ToImmutableArray(), ImmutableDictionary<string, string?>.Empty);
}

/// <summary>A rule that one call, creation or assignment shows, alone or with what it leads to.</summary>
internal abstract class OperationRule : CodeRule
{
    /// <summary>Names of the methods whose calls are judged.</summary>
    public virtual IReadOnlyList<string> Calls => [];

    /// <summary>Simple names of the types whose creations are judged.</summary>
    public virtual IReadOnlyList<string> Creations => [];

    /// <summary>Names of the properties and fields whose assignments are judged, those in object initializers too.</summary>
    public virtual IReadOnlyList<string> Assignments => [];

    /// <summary>
    /// False where the syntax alone shows that the rule is not about a node with one of its names. Asked before anything is bound; for rules
    /// whose names are common words.
    /// </summary>
    public virtual bool MayConcern(SyntaxNode node, FactContext context, CancellationToken cancellationToken) => true;

    /// <summary>What the rule says about an operation with one of its names; null when it is not about this one.</summary>
    public abstract RuleFinding? Judge(IOperation operation, FactContext context, CancellationToken cancellationToken);
}

/// <summary>A rule that the declaration of a class shows.</summary>
internal abstract class TypeRule : CodeRule
{
    /// <summary>Simple names of the base classes and interfaces whose direct or indirect heirs are judged.</summary>
    public abstract IReadOnlyList<string> Bases { get; }

    public abstract RuleFinding? Judge(INamedTypeSymbol type, FactContext context, CancellationToken cancellationToken);
}

/// <summary>A rule about the values of one configuration file.</summary>
internal abstract class SettingsRule : CodeRule
{
    /// <param name="path">The file, as <see cref="ConfigurationValue.Path"/> gives it.</param>
    /// <param name="context">The compilation; its configuration holds the values of all files.</param>
    public abstract IEnumerable<RuleFinding> Judge(string path, FactContext context);
}
