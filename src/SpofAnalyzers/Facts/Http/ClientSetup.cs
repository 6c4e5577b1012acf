using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>Reads what configuration delegates and builder chains say about one client into its draft.</summary>
internal sealed class ClientSetup(FactContext context, CallerSearch callers, CancellationToken cancellationToken)
{
    private const string GrpcOptions = "Grpc.Net.ClientFactory.GrpcClientFactoryOptions";

    private readonly SourceBodies _sources = SourceBodies.Of(context);

    /// <summary>Reads the delegates of a registration and every call that its builder goes to.</summary>
    public void Read(ClientDraft draft, IInvocationOperation registration)
    {
        ReadDelegates(draft, registration);
        foreach (var member in BuilderChain.Members(registration, context, callers, cancellationToken))
        {
            if (!draft.IsDevelopmentOnly && DevelopmentOnly.Covers(member.Call))
            {
                continue;
            }

            var effect = ChainResilience.Read(member.Call, member.IsReadable, context, cancellationToken);
            HandlerStep.Take(member, effect, draft.Handlers, context);
            if (effect.RemovesAll)
            {
                draft.RemovesDefaults = true;
                draft.Routes = null;
                draft.Resilience = ResilienceFact.Nothing;
            }
            else if (effect.Adds is { } adds)
            {
                draft.Resilience = draft.Resilience.And(adds);
                draft.Routes = HedgingRoutes.Read(member.Call, context, cancellationToken) ?? draft.Routes;
            }

            switch (member.Call.TargetMethod.Name)
            {
                case "ConfigureHttpClient":
                    ReadDelegates(draft, member.Call);
                    break;
                case "AddTypedClient":
                    AddTypes(draft, member.Call);
                    break;
                case "AddAsKeyed":
                    draft.IsUseShown = false;
                    break;
            }
        }
    }

    public void AddTypes(ClientDraft draft, IInvocationOperation registration)
    {
        foreach (var type in registration.TargetMethod.TypeArguments.Select(context.Arguments.Of).OfType<INamedTypeSymbol>())
        {
            draft.Types.Add(type.OriginalDefinition);
        }
    }

    private void ReadDelegates(ClientDraft draft, IInvocationOperation invocation)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.Type.TypeKind != TypeKind.Delegate || argument.ArgumentKind == ArgumentKind.DefaultValue)
            {
                continue;
            }

            if (_sources.OfDelegate(argument.Value, cancellationToken) is { } body)
            {
                ReadBody(draft, body, hops: 2);
            }
            else
            {
                draft.Addresses.Add(AddressFact.Unknown("the client is configured by a delegate that is passed in", argument.Syntax.GetLocation()));
            }
        }
    }

    private void ReadBody(ClientDraft draft, IOperation body, int hops)
    {
        foreach (var assignment in body.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>())
        {
            Read(draft, assignment);
        }

        if (hops == 0)
        {
            return;
        }

        foreach (var call in body.InThisFunction().OfType<IInvocationOperation>())
        {
            if (call.Arguments.Any(a => context.Is(a.Value.Core().Type, HttpMethods.HttpClient))
                && _sources.Of(call.TargetMethod, cancellationToken) is { } configured)
            {
                ReadBody(draft, configured, hops - 1);
            }
        }
    }

    /// <summary>Takes an assignment to an address or timeout of a client; others do not matter.</summary>
    public void Read(ClientDraft draft, ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: { } property }
            || (!draft.IsDevelopmentOnly && DevelopmentOnly.Covers(assignment)))
        {
            return;
        }

        var isClient = context.Is(property.ContainingType, HttpMethods.HttpClient);
        if ((isClient && property.Name == "BaseAddress") || (property.Name == "Address" && context.Is(property.ContainingType, GrpcOptions)))
        {
            draft.Addresses.Add(AddressResolver.Resolve(assignment.Value, context, cancellationToken));
        }
        else if (isClient && property.Name == "Timeout")
        {
            draft.TimeoutSeconds = assignment.Value.Seconds();
            draft.TimeoutsSet.Add(assignment.Syntax);
        }
    }
}
