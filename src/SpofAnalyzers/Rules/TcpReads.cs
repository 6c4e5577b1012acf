using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SpofAnalyzers.Facts;

namespace SpofAnalyzers.Rules;

/// <summary>Reads of a TCP connection in the method that opens it.</summary>
internal static class TcpReads
{
    /// <summary>True when the method reads from the connection and nothing in it limits the time.</summary>
    public static bool WaitForever(IObjectCreationOperation connection)
    {
        if (connection.User() is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
        {
            return false;
        }

        var reads = false;
        var opens = false;
        foreach (var operation in connection.Root().Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod.Name: "GetStream", Instance: { } owner } when owner.Core() is ILocalReferenceOperation opened && SymbolEqualityComparer.Default.Equals(opened.Local, local):
                    opens = true;
                    break;
                case IInvocationOperation { TargetMethod.Name: "CancelAfter" or "WaitAsync" or "WhenAny" or "Poll" }:
                case IPropertyReferenceOperation { Property.Name: "ReceiveTimeout" or "ReadTimeout" or "DataAvailable" }:
                case IObjectCreationOperation { Type.Name: "CancellationTokenSource", Arguments.Length: > 0 }:
                    return false;
                case IInvocationOperation read when IsRead(read):
                    if (read.Arguments.Any(a => a is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: "CancellationToken" }))
                    {
                        return false;
                    }

                    reads = true;
                    break;
            }
        }

        return opens && reads;
    }

    private static bool IsRead(IInvocationOperation call) =>
        call.TargetMethod.Name is "Read" or "ReadAsync" or "ReadExactly" or "ReadExactlyAsync" or "ReadByte" or "ReadLine" or "ReadLineAsync" or "ReadToEnd" or "ReadToEndAsync"
        && call.Instance?.Type?.Name is "NetworkStream" or "Stream" or "SslStream" or "StreamReader" or "BinaryReader";
}
