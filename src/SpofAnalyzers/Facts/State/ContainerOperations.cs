using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

internal enum ContainerOperation
{
    None,

    /// <summary>A new item, or the value of a key put over the old one.</summary>
    Insert,

    /// <summary>A factory runs for a missing key.</summary>
    GetOrAdd,

    /// <summary>The value of a key is replaced by one made from it.</summary>
    Update,

    /// <summary>One item leaves.</summary>
    Remove,

    /// <summary>All items leave.</summary>
    Clear,
}

/// <summary>What the methods of containers do, by name: the receiver is known to be a container.</summary>
internal static class ContainerOperations
{
    public static ContainerOperation Of(string method)
    {
        switch (method)
        {
            case "Add" or "TryAdd" or "AddRange" or "AddFirst" or "AddLast" or "AddAfter" or "AddBefore" or "Append"
                or "Insert" or "InsertRange" or "Enqueue" or "EnqueueRange" or "EnqueueDequeue" or "Push" or "PushRange"
                or "UnionWith" or "SymmetricExceptWith" or "TryWrite" or "WriteAsync" or "SetValue":
                return ContainerOperation.Insert;
            case "GetOrAdd" or "GetOrAddAsync":
                return ContainerOperation.GetOrAdd;
            case "AddOrUpdate" or "TryUpdate":
                return ContainerOperation.Update;
            case "Remove" or "TryRemove" or "RemoveAll" or "RemoveAt" or "RemoveWhere" or "RemoveRange" or "RemoveFirst" or "RemoveLast"
                or "Dequeue" or "TryDequeue" or "Pop" or "TryPop" or "TryPopRange" or "Take" or "TryTake" or "ExceptWith"
                or "GetConsumingEnumerable" or "ReadAsync" or "TryRead" or "ReadAllAsync" or "WaitToReadAsync":
                return ContainerOperation.Remove;
            case "Clear":
                return ContainerOperation.Clear;
            default:
                return ContainerOperation.None;
        }
    }

    /// <summary>Reads that hand out the present value of a key.</summary>
    public static bool IsLookup(string method) => method is "TryGetValue" or "ContainsKey" or "GetValueOrDefault" or "Contains";

    /// <summary>True for channel ends and the container itself: places where an operation's name has its meaning.</summary>
    public static bool IsReceiver(ITypeSymbol? type) =>
        type is not null && (StateContainer.Of(type) is not null || IsChannelEnd(type));

    public static bool IsChannelEnd(ITypeSymbol type) => type.Name is "ChannelWriter" or "ChannelReader" && IsBaseClassLibrary(type);

    public static bool IsBaseClassLibrary(ITypeSymbol type) => type.IsInNamespace("System");
}
