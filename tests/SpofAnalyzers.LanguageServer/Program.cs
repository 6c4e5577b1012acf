using SpofAnalyzers.LanguageServer;

// stdout carries the protocol and nothing else.
using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
Console.SetOut(Console.Error);
return await new Server(new MessageStream(input, output)).RunAsync();
