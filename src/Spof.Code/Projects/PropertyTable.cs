namespace Spof.Code.Projects;

/// <summary>Text after expansion.</summary>
/// <param name="Text">What was understood; the rest is left out.</param>
/// <param name="NotUnderstood">The expression that is beyond this reader; null when all was understood.</param>
internal readonly record struct ExpandedText(string Text, string? NotUnderstood = null)
{
    public bool IsUnderstood => NotUnderstood is null;
}

/// <summary>Properties of a project while it is evaluated. Values given from outside cannot be overwritten, as in the build.</summary>
internal sealed class PropertyTable
{
    private readonly Dictionary<string, ExpandedText> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _fixed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Value of a property; empty when it was never set. Environment variables are not looked at: the answer must not depend on the machine.</summary>
    public ExpandedText this[string name] => _values.TryGetValue(name, out var value) ? value : new ExpandedText("");

    public bool IsSet(string name) => _values.TryGetValue(name, out var value) && (value.Text.Length > 0 || !value.IsUnderstood);

    public void Set(string name, ExpandedText value)
    {
        if (!_fixed.Contains(name))
        {
            _values[name] = value;
        }
    }

    public void Set(string name, string value) => Set(name, new ExpandedText(value));

    public void SetDefault(string name, string value)
    {
        if (!IsSet(name))
        {
            Set(name, value);
        }
    }

    /// <summary>Sets a value that the project cannot change, such as the target framework of a multi-target build.</summary>
    public void Fix(string name, string value)
    {
        _values[name] = new ExpandedText(value);
        _fixed.Add(name);
    }

    public bool IsTrue(string name) => this[name].Text.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
}
