using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>What the start of the host uses of connections that are made lazily: migrations and resolved multiplexers.</summary>
internal sealed class StartupUses
{
    private readonly HashSet<ITypeSymbol> _migrated = new(SymbolsAcross.Comparer!);

    private StartupUses(FactContext context, CancellationToken cancellationToken)
    {
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            foreach (var name in new[] { "Migrate", "MigrateAsync", "EnsureCreated", "EnsureCreatedAsync" })
            {
                foreach (var call in names.Calls(name))
                {
                    if (AtStart(context, call, cancellationToken) is { } migration && ContextOf(migration) is { } type)
                    {
                        _migrated.Add(type);
                    }
                }
            }

            foreach (var name in new[] { "GetRequiredService", "GetService" })
            {
                foreach (var call in names.Calls(name))
                {
                    ResolvesMultiplexer |= call.Expression.ToString().EndsWith("Multiplexer>", StringComparison.Ordinal)
                        && AtStart(context, call, cancellationToken) is not null;
                }
            }
        }
    }

    public bool ResolvesMultiplexer { get; }

    public static StartupUses Of(FactContext context, CancellationToken cancellationToken) =>
        context.GetOrCreate(c => new StartupUses(c, cancellationToken));

    /// <summary>True when the start migrates or creates the database of that context, outside of development.</summary>
    public bool Migrates(ITypeSymbol contextType) => _migrated.Contains(contextType);

    private static IInvocationOperation? AtStart(FactContext context, SyntaxNode node, CancellationToken cancellationToken) =>
        context.Model(node.SyntaxTree).GetOperation(node, cancellationToken) is IInvocationOperation call
        && CodePhase.Of(call, context, cancellationToken) == UsePhase.Startup && !DevelopmentOnly.Covers(call) && !Substitutes.Cover(call, context, cancellationToken)
            ? call : null;

    /// <summary>The context of <c>db.Database.Migrate()</c>.</summary>
    private static ITypeSymbol? ContextOf(IInvocationOperation migration)
    {
        var database = migration.Instance ?? migration.Arguments.FirstOrDefault()?.Value;
        return database is IPropertyReferenceOperation { Property.Name: "Database", Instance.Type: { } type } ? type : null;
    }
}
