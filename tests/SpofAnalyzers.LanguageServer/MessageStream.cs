using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpofAnalyzers.LanguageServer;

/// <summary>Messages of JSON-RPC, each behind a <c>Content-Length</c> header.</summary>
internal sealed class MessageStream(Stream input, Stream output)
{
    private const string Header = "Content-Length:";

    /// <summary>The next message; null at the end of the input.</summary>
    public async Task<JsonObject?> ReadAsync()
    {
        var length = 0;
        while (await LineAsync() is { } line)
        {
            if (line.StartsWith(Header, StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(line.AsSpan(Header.Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
            }
            else if (line.Length == 0)
            {
                var body = new byte[length];
                await input.ReadExactlyAsync(body);
                return JsonNode.Parse(body)!.AsObject();
            }
        }

        return null;
    }

    public async Task WriteAsync(JsonObject message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message);
        await output.WriteAsync(Encoding.ASCII.GetBytes($"{Header} {body.Length}\r\n\r\n"));
        await output.WriteAsync(body);
        await output.FlushAsync();
    }

    private async Task<string?> LineAsync()
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await input.ReadAsync(one) > 0)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return null;
    }
}
