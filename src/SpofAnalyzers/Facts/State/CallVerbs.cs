namespace SpofAnalyzers.Facts;

/// <summary>What a method does to the world, as the first word of its name says; used only where its code is out of sight.</summary>
internal static class CallVerbs
{
    private static readonly string[] Reading =
    [
        "Get", "Find", "Load", "Fetch", "Read", "Query", "List", "Search", "Select", "First", "Single", "Last", "ToList", "ToArray",
        "ToDictionary", "ToHashSet", "Download", "Lookup", "Retrieve", "Scan", "Import", "All", "Count", "Resolve", "Request", "AsAsyncEnumerable",
        "AsEnumerable", "StringGet", "HashGet",
    ];

    /// <summary>Reading words that are not also used for making one thing from another.</summary>
    private static readonly string[] SurelyReading = ["Find", "Load", "Fetch", "Read", "Query", "Search", "Download", "Lookup", "Retrieve", "Scan", "Import"];

    private static readonly string[] Acting =
    [
        "Create", "Generate", "Issue", "Login", "LogIn", "SignIn", "Authenticate", "Start", "Begin", "Open", "Register", "Place", "Submit", "Book", "Reserve", "New", "Next",
    ];

    private static readonly string[] Receiving = ["Consume", "Receive", "Dequeue", "TryDequeue", "Take", "TryTake", "ReadAll", "TryRead", "Poll", "Accept"];

    /// <summary>Brings a copy of what another store keeps.</summary>
    public static bool Reads(string method) => StartsWithWord(method, Reading) && !Receives(method);

    /// <summary>Reads even where the method is one's own.</summary>
    public static bool SurelyReads(string method) => StartsWithWord(method, SurelyReading) && !Receives(method);

    /// <summary>Makes a new fact that cannot be asked for again.</summary>
    public static bool Acts(string method) => StartsWithWord(method, Acting);

    /// <summary>Takes a message that is gone afterwards.</summary>
    public static bool Receives(string method) => StartsWithWord(method, Receiving);

    /// <summary>True when one of the words stands at the start of the name, as a word of its own.</summary>
    public static bool StartsWithWord(string method, string[] words)
    {
        foreach (var word in words)
        {
            if (method.StartsWith(word, StringComparison.Ordinal) && (method.Length == word.Length || !char.IsLower(method[word.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
