using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SpofAnalyzers.Facts;

/// <summary>
/// Tells the system's own data from plumbing: an element is domain content when it contains a type that the system declares and
/// that is no enum, no handle (disposable, interface, holder of a stream or socket) and no metadata or behaviour.
/// </summary>
internal sealed class DomainContent(FactContext context)
{
    /// <summary>Members of these types tie their owner to this process: it could not live elsewhere, so it is no lost data.</summary>
    private static readonly HashSet<string> PlumbingNames = new(StringComparer.Ordinal)
    {
        "Stream", "PipeReader", "PipeWriter", "TextReader", "TextWriter", "StreamReader", "StreamWriter",
        "WebSocket", "HttpResponse", "HttpContext", "HttpRequest", "Channel", "ChannelReader", "ChannelWriter", "Process", "Socket", "TcpClient", "UdpClient",
        "Timer", "PeriodicTimer", "CancellationTokenSource", "CancellationTokenRegistration", "SemaphoreSlim", "Semaphore", "Mutex",
        "ReaderWriterLockSlim", "ManualResetEventSlim", "ManualResetEvent", "AutoResetEvent", "TaskCompletionSource", "Task", "ValueTask",
        "Lazy", "Thread", "Type", "Assembly", "Module", "MemberInfo", "MethodInfo", "PropertyInfo", "FieldInfo", "ConstructorInfo",
        "ParameterInfo", "Regex", "CultureInfo", "NumberFormatInfo", "DateTimeFormatInfo", "JsonSerializerOptions", "JsonTypeInfo",
        "Encoding", "HttpClient", "HttpMessageHandler", "FileSystemWatcher", "ActivitySource", "Meter", "WeakReference", "AsyncLocal", "ThreadLocal",
        "Stopwatch", "TimeProvider", "Random", "ObjectPool", "ArrayPool", "ConditionalWeakTable", "RateLimiter",
    };

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _ownAssemblies = new(SymbolEqualityComparer.Default);

    /// <summary>The first domain type inside the element type, or null.</summary>
    public INamedTypeSymbol? Find(ITypeSymbol type) => Find(type, depth: 0);

    /// <summary>True for types that carry no data of their own: delegates, reflection, locks, clients, streams and the like.</summary>
    public static bool IsPlumbing(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer
        || type.SpecialType == SpecialType.System_Object
        || (!IsCollectionInterface(type) && type.TypeKind == TypeKind.Interface)
        || InheritsPlumbing(type);

    /// <summary>True when the type carries information that only the caller has: not a number, a time, a flag.</summary>
    public static bool IsInformation(ITypeSymbol type)
    {
        type = Unwrap(type);
        return !IsNumber(type)
            && type.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_DateTime)
            && type.TypeKind != TypeKind.Enum
            && type.Name is not ("TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "CancellationToken")
            && !IsPlumbing(type);
    }

    public static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>The type under <c>T?</c>.</summary>
    public static ITypeSymbol Unwrap(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>
    /// True for a type of this system: declared in source, or in the output of another project. The compiler sees other projects as
    /// metadata, so that source alone would miss every domain project.
    /// </summary>
    public bool IsOwn(ITypeSymbol type) =>
        type.ContainingAssembly is { } assembly
        && (SymbolEqualityComparer.Default.Equals(assembly, context.Compilation.Assembly) || _ownAssemblies.GetOrAdd(assembly, IsProjectOutput));

    /// <summary>A compilation, a file below <c>obj</c> or <c>bin</c>, or an assembly whose name begins like ours; never the framework.</summary>
    private bool IsProjectOutput(IAssemblySymbol assembly)
    {
        var start = FirstPart(assembly.Name);
        if (start is "System" or "Microsoft" or "mscorlib" or "netstandard")
        {
            return false;
        }

        return start == FirstPart(context.Compilation.Assembly.Name)
            || context.Compilation.GetMetadataReference(assembly) switch
            {
                CompilationReference => true,
                PortableExecutableReference { FilePath: { } path } => HasFolder(path, "obj") || HasFolder(path, "bin"),
                _ => false,
            };
    }

    private static bool HasFolder(string path, string name)
    {
        for (var at = path.IndexOf(name, StringComparison.OrdinalIgnoreCase); at > 0; at = path.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if (path[at - 1] is '/' or '\\' && end < path.Length && path[end] is '/' or '\\')
            {
                return true;
            }
        }

        return false;
    }

    private INamedTypeSymbol? Find(ITypeSymbol type, int depth)
    {
        type = Unwrap(type);
        if (depth > 4)
        {
            return null;
        }

        if (type is IArrayTypeSymbol array)
        {
            return Find(array.ElementType, depth + 1);
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        if (named.IsTupleType)
        {
            return AllPlain(named.TupleElements.Select(e => e.Type)) ? FirstOf(named.TupleElements.Select(e => e.Type), depth) : null;
        }

        if (IsOwn(named))
        {
            return IsData(named) ? named : null;
        }

        return StateContainer.Of(named) is not null || IsCollectionInterface(named) || IsImmutableCollection(named) || named.Name is "KeyValuePair" or "LinkedListNode"
            ? FirstOf(named.TypeArguments, depth)
            : null;
    }

    private INamedTypeSymbol? FirstOf(IEnumerable<ITypeSymbol> types, int depth)
    {
        foreach (var type in types)
        {
            if (Find(type, depth + 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A tuple with a lock, a timer or a delegate in it is a handle as a class would be.</summary>
    private static bool AllPlain(IEnumerable<ITypeSymbol> types) => types.All(t => !IsPlumbing(t));

    /// <summary>True for a class or struct whose instances are values: not disposable, and without a handle or a service in its fields.</summary>
    public static bool IsData(ITypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsStatic || IsDisposable(type) || IsPlumbing(type))
        {
            return false;
        }

        for (ITypeSymbol? t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            foreach (var member in t.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false, AssociatedSymbol: not IEventSymbol } field && HoldsPlumbing(Unwrap(field.Type)))
                {
                    return false;
                }
            }

            // A type from metadata may hide its fields; its properties then speak for them.
            if (!t.Locations.Any(l => l.IsInSource)
                && t.GetMembers().OfType<IPropertySymbol>().Any(p => !p.IsStatic && HoldsPlumbing(Unwrap(p.Type))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A member of type <c>object</c> (a payload, a lock) says nothing; every other plumbing makes its owner a handle.</summary>
    private static bool HoldsPlumbing(ITypeSymbol type) => type.SpecialType != SpecialType.System_Object && IsPlumbing(type);

    private static bool IsDisposable(ITypeSymbol type) =>
        type.AllInterfaces.Any(i => i is { Name: "IDisposable" or "IAsyncDisposable", ContainingNamespace.Name: "System" });

    private static bool InheritsPlumbing(ITypeSymbol type)
    {
        for (var t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            if (PlumbingNames.Contains(t.Name) && !t.Locations.Any(l => l.IsInSource))
            {
                return true;
            }

            // Behaviour, not data: contexts of Entity Framework and everything derived from exceptions or attributes.
            if (t.Name is "DbContext" or "Exception" or "Attribute" or "ControllerBase" or "BackgroundService")
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsCollectionInterface(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface } && ContainerOperations.IsBaseClassLibrary(type)
        && type.Name is "IEnumerable" or "IAsyncEnumerable" or "IList" or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection" or "ISet" or "IReadOnlySet"
            or "IDictionary" or "IReadOnlyDictionary" or "IGrouping" or "IQueryable" or "IOrderedEnumerable";

    private static bool IsImmutableCollection(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "Immutable" or "Frozen" or "ObjectModel", ContainingNamespace.Name: "Collections" };

    private static string FirstPart(string name) => name.IndexOf('.') is var dot and > 0 ? name.Substring(0, dot) : name;
}
