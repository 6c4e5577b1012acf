namespace Spof.Tool;

/// <summary>Something the user asked for that cannot be done; the message is shown as it is, without a stack trace.</summary>
internal sealed class UserError(string message) : Exception(message);
