using System.Text.Json.Nodes;

namespace SpofAnalyzers.LanguageServer;

/// <summary>Answers what an editor asks for one project: open text, squiggles on request, fixes at a place.</summary>
internal sealed class Server(MessageStream messages)
{
    private OpenProject? _project;

    /// <returns>Exit code: 0 after a proper shutdown.</returns>
    public async Task<int> RunAsync()
    {
        var isShutDown = false;
        while (await messages.ReadAsync() is { } message)
        {
            var method = (string?)message["method"];
            if (method == "exit")
            {
                break;
            }

            isShutDown |= method == "shutdown";
            JsonNode? result = null;
            JsonObject? error = null;
            try
            {
                result = await AnswerAsync(method, message["params"]);
            }
            catch (Exception problem)
            {
                // Whatever goes wrong in an analyzer or a fix must reach the editor, not end the server.
                error = new JsonObject { ["code"] = -32603, ["message"] = problem.ToString() };
            }

            if (message["id"] is { } id)
            {
                var answer = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id.DeepClone() };
                answer[error is null ? "result" : "error"] = error ?? result;
                await messages.WriteAsync(answer);
            }
        }

        _project?.Dispose();
        return isShutDown ? 0 : 1;
    }

    private async Task<JsonNode?> AnswerAsync(string? method, JsonNode? parameters)
    {
        switch (method)
        {
            case "initialize":
                _project = await OpenProject.LoadAsync(new Uri((string)parameters!["rootUri"]!).LocalPath);
                return new JsonObject
                {
                    ["capabilities"] = new JsonObject
                    {
                        ["textDocumentSync"] = 1,
                        ["codeActionProvider"] = true,
                        ["diagnosticProvider"] = new JsonObject { ["interFileDependencies"] = true, ["workspaceDiagnostics"] = false },
                    },
                };
            case "textDocument/didOpen":
                _project!.Open(Path(parameters), (string)parameters!["textDocument"]!["text"]!);
                return null;
            case "textDocument/diagnostic":
                return new JsonObject { ["kind"] = "full", ["items"] = await _project!.DiagnosticsAsync(Path(parameters)) };
            case "textDocument/codeAction":
                return await _project!.CodeActionsAsync(Path(parameters), parameters!["range"]!);
            default:
                return null;
        }
    }

    private static string Path(JsonNode? parameters) => new Uri((string)parameters!["textDocument"]!["uri"]!).LocalPath;
}
