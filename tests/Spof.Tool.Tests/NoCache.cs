using System.Runtime.CompilerServices;
using Spof.Tool.Scanning;

namespace Spof.Tool.Tests;

/// <summary>Tests ask what a scan reads, not what an earlier one kept, and write nothing into the user's folders.</summary>
internal static class NoCache
{
    [ModuleInitializer]
    internal static void TurnOff() => Environment.SetEnvironmentVariable(CacheLocation.Variable, "off");
}
