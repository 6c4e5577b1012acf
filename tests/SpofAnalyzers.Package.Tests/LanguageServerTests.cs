using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpofAnalyzers.Package.Tests;

/// <summary>
/// What an editor shows: the packed package in a language server that is driven over its standard streams as an editor drives it.
/// </summary>
[Collection(nameof(ConsumerBuild))]
public sealed class LanguageServerTests(ConsumerBuild build)
{
    private const string Fixed = "new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) })";

    [Fact]
    public async Task An_editor_shows_the_squiggle_the_message_and_the_fix_of_text_that_is_not_saved()
    {
        var folder = Path.Combine(build.Root, "NoConfiguration");
        var uri = new Uri(Path.Combine(folder, "Program.cs")).AbsoluteUri;
        var typed = Consumer.Service.Replace("HttpClient Client =", "HttpClient JustTyped =", StringComparison.Ordinal);
        var server = Path.Combine(Checkout.Root, "tests", "SpofAnalyzers.LanguageServer", "bin", Checkout.Configuration, "net10.0", "SpofAnalyzers.LanguageServer.dll");
        using var process = Process.Start(DotNet.StartInfo(build.Root, build.Packages, server))!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var client = new Client(process);

        var capabilities = await client.AskAsync("initialize", new JsonObject { ["rootUri"] = new Uri(folder).AbsoluteUri, ["capabilities"] = new JsonObject() });
        Assert.True((bool)capabilities!["capabilities"]!["codeActionProvider"]!);
        await client.TellAsync("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "csharp", ["version"] = 1, ["text"] = typed },
        });

        var report = await client.AskAsync("textDocument/diagnostic", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });
        var squiggle = Assert.Single(report!["items"]!.AsArray(), d => (string?)d!["code"] == "SPOF3006")!;
        Assert.Equal("new HttpClient()", TextAt(typed, squiggle["range"]!));
        Assert.Equal(2, (int)squiggle["severity"]!);
        Assert.StartsWith("'JustTyped' keeps its connections", (string?)squiggle["message"], StringComparison.Ordinal);
        Assert.Equal("https://spofanalyzers.dev/rules/SPOF3006", (string?)squiggle["codeDescription"]!["href"]);

        var actions = await client.AskAsync("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri },
            ["range"] = squiggle["range"]!.DeepClone(),
            ["context"] = new JsonObject { ["diagnostics"] = new JsonArray(squiggle.DeepClone()) },
        });
        var action = Assert.Single(actions!.AsArray(), a => (string?)a!["diagnostics"]![0]!["code"] == "SPOF3006")!;
        Assert.Equal("Renew connections every two minutes, so that DNS is asked again", (string?)action["title"]);
        Assert.Equal(
            typed.Replace("new HttpClient()", Fixed, StringComparison.Ordinal),
            Apply(typed, action["edit"]!["changes"]![uri]!.AsArray()));

        await client.AskAsync("shutdown", null);
        await client.TellAsync("exit", null);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
    }

    private static string Apply(string text, JsonArray edits) =>
        edits.Select(e => (Start: Offset(text, e!["range"]!["start"]!), End: Offset(text, e["range"]!["end"]!), New: (string)e["newText"]!))
            .OrderByDescending(e => e.Start)
            .Aggregate(text, (t, e) => t[..e.Start] + e.New + t[e.End..]);

    private static string TextAt(string text, JsonNode range) => text[Offset(text, range["start"]!)..Offset(text, range["end"]!)];

    private static int Offset(string text, JsonNode position)
    {
        var at = 0;
        for (var line = (int)position["line"]!; line > 0; line--)
        {
            at = text.IndexOf('\n', at) + 1;
        }

        return at + (int)position["character"]!;
    }

    /// <summary>The editor's side of the protocol.</summary>
    private sealed class Client(Process server)
    {
        private int _id;

        public async Task<JsonNode?> AskAsync(string method, JsonNode? parameters)
        {
            var id = ++_id;
            await SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
            var answer = await ReadAsync();
            Assert.Equal(id, (int)answer["id"]!);
            Assert.True(answer["error"] is null, answer["error"]?.ToString());
            return answer["result"];
        }

        public Task TellAsync(string method, JsonNode? parameters) =>
            SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

        private async Task SendAsync(JsonObject message)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(message);
            var stream = server.StandardInput.BaseStream;
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")));
            await stream.WriteAsync(body);
            await stream.FlushAsync();
        }

        private async Task<JsonObject> ReadAsync()
        {
            var stream = server.StandardOutput.BaseStream;
            var header = new StringBuilder();
            var one = new byte[1];
            while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                Assert.Equal(1, await stream.ReadAsync(one));
                header.Append((char)one[0]);
            }

            var body = new byte[int.Parse(header.ToString()["Content-Length:".Length..], CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body);
            return JsonNode.Parse(body)!.AsObject();
        }
    }
}
