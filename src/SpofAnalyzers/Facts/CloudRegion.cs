using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SpofAnalyzers.Facts;

/// <summary>A region of a cloud that the code names by a constant.</summary>
/// <param name="Name">As written: <c>EUWest1</c> of a field, <c>eu-west-1</c> of a text.</param>
/// <param name="Location">The constant.</param>
internal sealed record CloudRegion(string Name, Location Location)
{
    private const string AmazonRegion = "Amazon.RegionEndpoint";

    private const int MaxHops = 4;

    /// <summary>Follows a value to the region that it is; null when configuration, the environment or a caller decides.</summary>
    public static CloudRegion? Read(IOperation value, FactContext context, CancellationToken cancellationToken)
    {
        var core = value.Core();
        for (var hops = 0; hops < MaxHops; hops++)
        {
            switch (core)
            {
                case IFieldReferenceOperation { Field: { IsStatic: true } field } when context.Is(field.ContainingType, AmazonRegion):
                    return new(field.Name, core.Syntax.GetLocation());
                case IFieldReferenceOperation { Field: { IsConst: false } field }
                    when MemberWrites.Of(context).SingleValue(field.OriginalDefinition, cancellationToken) is { } written:
                    core = written.Core();
                    break;
                case ILocalReferenceOperation { Local.IsConst: false } local when LocalWrites.Single(local) is { } written:
                    core = written.Core();
                    break;
                case IInvocationOperation { TargetMethod: { Name: "GetBySystemName" } method, Arguments: [var name] } when context.Is(method.ContainingType, AmazonRegion):
                    core = name.Value.Core();
                    break;
                default:
                    return core.Type?.SpecialType == SpecialType.System_String && AddressResolver.Resolve(core, context, cancellationToken) is { Source: AddressSource.Literal, IsPartial: false, Text: { Length: > 0 } text } fact
                        ? new(text, fact.Location)
                        : null;
            }
        }

        return null;
    }
}
