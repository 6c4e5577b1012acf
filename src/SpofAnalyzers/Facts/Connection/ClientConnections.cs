using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Connections of the clients in <see cref="ClientApis"/>: the address is followed through the settings objects that carry it.</summary>
internal sealed class ClientConnections(ConnectionApi api, FactContext context, CancellationToken cancellationToken)
{
    /// <summary>Settings in settings in settings; no library nests deeper.</summary>
    private const int MaxDepth = 4;

    private const int CollectionExpression = (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.CollectionExpression;

    /// <summary>Null when the address is given to an object whose creation is a connection of its own.</summary>
    public static MadeConnection? Made(
        IOperation operation, ImmutableArray<IArgumentOperation> arguments, ConnectionApi api, FactContext context, CancellationToken cancellationToken)
    {
        var client = new ClientConnections(api, context, cancellationToken);
        bool IsGiven(IArgumentOperation a) => a.ArgumentKind != ArgumentKind.DefaultValue && !IsReceiver(operation, a) && a.Value.ConstantValue is not { HasValue: true, Value: null };
        var given = arguments.Where(IsGiven).ToList();
        if ((client.OfSettings(operation, isOwn: true) ?? client.OfArguments(given, MaxDepth)) is { } address)
        {
            return new(api, address, [], operation);
        }

        // A settings object without an address is passed to, or filled by, something that has one; another client is a connection of its own.
        var isTold = given.Exists(g => Array.IndexOf(api.Carriers, g.Parameter?.Name) >= 0);
        var isElsewhere = Array.TrueForAll(api.Carriers, c => c[0] == '=')
            || (given.Count > 0 && !client.IsAmazon && (!isTold || client.IsMadeElsewhere(given)));
        return isElsewhere ? null : new(api, NotTold(api, operation.Syntax.GetLocation()), [], operation);
    }

    /// <summary>What is known of a client that is given no address.</summary>
    public static AddressFact NotTold(ConnectionApi api, Location location) =>
        AddressFact.Unknown(IsOfAmazon(api) ? "the region is set outside of the code" : "the client is not told a host here", location);

    /// <summary>The host of a service of Amazon in a region that is written as a constant.</summary>
    public static string? AmazonHost(StoreTechnology technology, string region)
    {
        var service = technology switch
        {
            StoreTechnology.Sqs => "sqs",
            StoreTechnology.Sns => "sns",
            StoreTechnology.S3 => "s3",
            StoreTechnology.DynamoDb => "dynamodb",
            _ => null,
        };
        var name = RegionName(region);
        return service is null || name is null ? null
            : $"{service}.{name}.amazonaws.com{(name.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : "")}";
    }

    private static bool IsReceiver(IOperation operation, IArgumentOperation argument) =>
        operation is IInvocationOperation { TargetMethod.IsExtensionMethod: true, Instance: null } && argument.Parameter?.Ordinal == 0;

    private bool IsAmazon => IsOfAmazon(api);

    private static bool IsOfAmazon(ConnectionApi api) =>
        api.Technology is StoreTechnology.Sqs or StoreTechnology.Sns or StoreTechnology.S3 or StoreTechnology.DynamoDb;

    private AddressFact? OfArguments(IReadOnlyCollection<IArgumentOperation> arguments, int depth)
    {
        foreach (var carrier in api.Carriers)
        {
            if (arguments.FirstOrDefault(a => a.Parameter?.Name == carrier) is { } argument && Follow(argument.Value, depth) is { } address)
            {
                return address;
            }
        }

        return null;
    }

    /// <summary>The address in a value: a text, an address, several of them, a section, a region, or an object that carries one of these.</summary>
    private AddressFact? Follow(IOperation value, int depth)
    {
        var core = value.Core();
        if (core.Type is { SpecialType: SpecialType.System_String } or { Name: "Uri", ContainingNamespace.Name: "System" })
        {
            return AddressResolver.Resolve(core, context, cancellationToken);
        }

        if (depth == 0)
        {
            return null;
        }

        if (ConfigurationReads.IsConfiguration(core.Type))
        {
            return new AddressWalk(context, cancellationToken).Section(core) is { Length: > 0 } section
                ? new() { Source = AddressSource.ConfigurationKey, Key = section, Location = core.Syntax.GetLocation() } : null;
        }

        if (core.Type?.Name == "RegionEndpoint")
        {
            return CloudRegion.Read(core, context, cancellationToken) is { } region && AmazonHost(api.Technology, region.Name) is { } host
                ? new() { Source = AddressSource.Literal, Text = host, Location = region.Location } : null;
        }

        if (ObjectSettings.Lambda(core) is { } lambda)
        {
            return lambda.Body.Descendants().OfType<IReturnOperation>().Select(r => r.ReturnedValue is { } returned ? Follow(returned, depth - 1) : null)
                .FirstOrDefault(a => a is not null);
        }

        return Several(core, depth) ?? OfObject(core, depth);
    }

    private AddressFact? OfObject(IOperation value, int depth)
    {
        if (value is IFieldReferenceOperation or IPropertyReferenceOperation
            && MemberWrites.Of(context).SingleValue(((IMemberReferenceOperation)value).Member.OriginalDefinition, cancellationToken) is { } written)
        {
            return Follow(written, depth - 1);
        }

        var origin = ObjectSettings.Of(value).Origin;
        return OfSettings(value, isOwn: false) ?? origin switch
        {
            IObjectCreationOperation creation => OfArguments(creation.Arguments, depth - 1),
            IInvocationOperation { Instance: null } factory => OfArguments(factory.Arguments, depth - 1),
            _ => null,
        } ?? OfOptions(value);
    }

    /// <summary>What the properties are set to that hold the address; null too for an object that is passed and is a connection of its own.</summary>
    private AddressFact? OfSettings(IOperation value, bool isOwn)
    {
        var settings = ObjectSettings.Of(value);
        if (!isOwn && settings.Origin is IObjectCreationOperation { Type: { } type } && IsSettings(type))
        {
            return null;
        }

        foreach (var carrier in api.Carriers)
        {
            var set = carrier[0] switch
            {
                '=' => settings[carrier.Substring(1)] ?? Changed(settings.Origin, carrier.Substring(1)),
                '[' => Entry(settings.Origin, carrier.Trim('[', ']')),
                _ => null,
            };
            if (set is not null && Follow(set, MaxDepth - 1) is { } address)
            {
                return address;
            }
        }

        return null;
    }

    /// <summary>The property of an options class that is bound to a section of the configuration.</summary>
    private AddressFact? OfOptions(IOperation value)
    {
        foreach (var carrier in api.Carriers)
        {
            if (carrier[0] == '=' && new AddressWalk(context, cancellationToken).FollowMember(value, carrier.Substring(1)) is { } address)
            {
                return address;
            }
        }

        return null;
    }

    private static bool IsSettings(ITypeSymbol type) =>
        ConnectionApis.IsType(type.Name)
        && ConnectionApis.Constructor(type.Name, type.ContainingNamespace.ToDisplayString()) is { Shape: ConnectionShape.Client };

    /// <summary>True when an argument is a settings object of a kind that the compilation creates: the connection is where it does.</summary>
    private bool IsMadeElsewhere(List<IArgumentOperation> given)
    {
        foreach (var argument in given)
        {
            if (argument.Value.Core().Type is { } type && IsSettings(type) && context.Compilation.SyntaxTrees.Any(t => TreeNames.Of(t, cancellationToken).Creations(type.Name).Count > 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>new[] { a, b }</c>, <c>new List&lt;Uri&gt; { a, b }</c> and <c>[a, b]</c>: hosts that stand for each other.</summary>
    private AddressFact? Several(IOperation value, int depth)
    {
        var origin = ObjectSettings.Of(value).Origin ?? value;
        var elements = origin switch
        {
            IArrayCreationOperation { Initializer: { } array } => array.ElementValues.AsEnumerable(),
            IObjectCreationOperation { Initializer: { } list } when list.Initializers.All(i => i is IInvocationOperation { Arguments.Length: 1 }) =>
                list.Initializers.Select(i => ((IInvocationOperation)i).Arguments[0].Value),
            _ when origin.Syntax.RawKind == CollectionExpression => origin.ChildOperations,
            _ => null,
        };
        var facts = elements?.Select(e => Follow(e, depth - 1)).ToList();
        return facts is null or { Count: 0 } ? null
            : facts.TrueForAll(f => f is { Text: not null, Key: null }) ? facts[0]! with { Text = string.Join(",", facts.Select(f => f!.Text)) }
            : facts.Find(f => f?.Key is not null) ?? facts[0];
    }

    /// <summary>The value of a property in <c>settings with { Property = … }</c>.</summary>
    private static IOperation? Changed(IOperation? origin, string property) =>
        (origin as IWithOperation)?.Initializer.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(a => a.Target is IPropertyReferenceOperation target && target.Property.Name == property)?.Value;

    /// <summary>The value of a key in a dictionary that is written out.</summary>
    private static IOperation? Entry(IOperation? origin, string key)
    {
        foreach (var entry in (origin as IObjectCreationOperation)?.Initializer?.Initializers.AsEnumerable() ?? [])
        {
            var (name, value) = entry switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var index] } } assignment => (index.Value, assignment.Value),
                IInvocationOperation { Arguments: [var first, var second] } => (first.Value, second.Value),
                _ => default,
            };
            if (name?.ConstantValue is { HasValue: true, Value: string text } && text == key)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary><c>eu-west-1</c> of the text or of the field <c>EUWest1</c>; null for the names of fields that say no more.</summary>
    private static string? RegionName(string region)
    {
        if (region.IndexOf('-') > 0)
        {
            return region.ToLowerInvariant();
        }

        var isField = region.Length > 4 && char.IsUpper(region[0]) && char.IsUpper(region[1]) && char.IsUpper(region[2]) && char.IsDigit(region[region.Length - 1]);
        var direction = isField ? region.Substring(2, region.Length - 3) : "";
        return isField && direction.Skip(1).All(char.IsLower)
            ? $"{region.Substring(0, 2)}-{direction}-{region[region.Length - 1]}".ToLowerInvariant()
            : null;
    }
}
