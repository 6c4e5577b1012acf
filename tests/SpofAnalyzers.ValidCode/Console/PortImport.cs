using Npgsql;

namespace Harbor.Console;

/// <summary>Run by hand; nobody waits for it but the one who started it.</summary>
internal static class PortImport
{
    private static readonly Dictionary<string, string> Seen = new();

    public static async Task<int> RunAsync(string file)
    {
        await using var source = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("HARBOR_DATABASE") ?? "Host=localhost;Database=ports");
        foreach (var line in await File.ReadAllLinesAsync(file))
        {
            if (line.Split(';') is [var code, var name] && Seen.TryAdd(code, name))
            {
                await using var command = source.CreateCommand("insert into ports (code, name) values ($1, $2) on conflict do nothing");
                command.Parameters.AddWithValue(code);
                command.Parameters.AddWithValue(name);
                await command.ExecuteNonQueryAsync();
            }
        }

        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "last-import.txt"), file);
        return 0;
    }
}
