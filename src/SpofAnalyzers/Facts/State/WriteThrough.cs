using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Tells whether code that fills a container also writes to a store, a file or a broker: then the container is a copy.</summary>
internal static class WriteThrough
{
    /// <summary>Names that say it themselves, whatever they are called on.</summary>
    private static readonly string[] Persisting = ["SaveChanges", "Save", "Persist", "Upsert", "ExecuteUpdate", "BulkInsert", "SubmitChanges"];

    /// <summary>Names that say it when the receiver is a store.</summary>
    private static readonly string[] Writing =
    [
        "Add", "Insert", "Update", "Store", "Append", "Write", "Set", "StringSet", "HashSet", "ListLeftPush", "ListRightPush", "SortedSetAdd", "StreamAdd",
        "StringIncrement", "HashIncrement", "Replace", "Put", "Publish", "Produce", "BasicPublish", "SendMessage", "Send", "Schedule", "Execute",
        "ExecuteNonQuery", "ExecuteAsync", "Create", "Upload", "Push", "Index", "Enqueue",
    ];

    private static readonly string[] Stores =
    [
        "Repository", "Store", "Storage", "DbContext", "DbSet", "Database", "IDatabase", "DistributedCache", "HybridCache", "Connection", "Command", "Dao", "Collection",
        "Session", "Container", "TableClient", "BlobClient", "Bus", "Producer", "Publisher", "PublishEndpoint", "SendEndpoint", "ServiceBusSender", "Outbox", "Journal", "Channel",
        "SqlMapper", "UnitOfWork", "QueueClient", "EventStore",
    ];

    /// <summary>What is created to work with a store or broker, and leaves nothing there.</summary>
    private static readonly string[] Means =
    [
        "CreateBatch", "CreateChannel", "CreateCommand", "CreateConnection", "CreateConsumer", "CreateExecutionStrategy", "CreateMessage", "CreateModel", "CreateProcessor",
        "CreateProducer", "CreateQuery", "CreateReceiver", "CreateRequest", "CreateScope", "CreateSender", "CreateSession", "CreateTransaction",
    ];

    /// <summary>True when the function persists something.</summary>
    public static bool IsIn(IOperation scope) => scope.Descendants().OfType<IInvocationOperation>().Any(Persists);

    /// <summary>True for a call that writes to a store, a file or a broker.</summary>
    public static bool Persists(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (CallVerbs.StartsWithWord(method.Name, Persisting))
        {
            return true;
        }

        if (call.Receiver() is not { } receiver)
        {
            return method is { IsStatic: true, ContainingType: { Name: "File", ContainingNamespace.Name: "IO" } } && CallVerbs.StartsWithWord(method.Name, Writing);
        }

        return CallVerbs.StartsWithWord(method.Name, Writing)
            && !CallVerbs.StartsWithWord(method.Name, Means)
            && receiver.Unwrapped() is var target
            && target is not IInstanceReferenceOperation
            && target.Type is { } type
            && !IsInMemory(type)
            && IsStore(type);
    }

    /// <summary>Collections and in-process channels of the base class library are no stores; neither is the browser session.</summary>
    private static bool IsInMemory(ITypeSymbol type) =>
        (ContainerOperations.IsBaseClassLibrary(type) && type.ContainingNamespace?.Name is not ("IO" or "Data" or "Common"))
        || type is { Name: "ISession", ContainingNamespace.Name: "Http" } or { Name: "IMemoryCache" } || ContainerOperations.IsReceiver(type);

    private static bool IsStore(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (Stores.Any(s => t.Name.EndsWith(s, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
