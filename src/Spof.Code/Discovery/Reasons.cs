using System.Text.Json;
using System.Xml;

namespace Spof.Code.Discovery;

/// <summary>Says why something could not be read, without the machine path that exception messages carry.</summary>
internal static class Reasons
{
    public static string Of(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "it does not exist",
        UnauthorizedAccessException => "access is denied",
        PathTooLongException => "the path is too long",
        XmlException e => "not well-formed XML (" + e.Message.TrimEnd('.') + ")",
        JsonException => "not valid JSON",
        InvalidDataException e => e.Message.TrimEnd('.'),
        IOException => "it cannot be opened",
        _ => exception.GetType().Name,
    };
}
