using System.Globalization;
using Spof.Model;

namespace Spof.Manifests.Yaml;

/// <summary>A scalar: text with the types of the YAML 1.2 core schema on request.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(SourcePosition at, string? tag, string value, bool isPlain, bool isBlock = false)
        : base(at, tag)
    {
        Value = value;
        IsPlain = isPlain;
        IsBlock = isBlock;
    }

    /// <summary>True when written without quotes and not as a block, so that it may be a number, a boolean or null.</summary>
    public bool IsPlain { get; }

    /// <summary>True for a block scalar (<c>|</c> or <c>&gt;</c>), whose text starts on the line after the indicator.</summary>
    public bool IsBlock { get; }

    /// <summary>The text itself, also that of a null scalar.</summary>
    public string Value { get; }

    public override bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    public override string? Text => IsNull ? null : Value;

    public override bool? Boolean => !IsPlain ? null : Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    public override int? Integer
    {
        get
        {
            var text = Value.AsSpan();
            if (IsPlain && text.StartsWith("0x", StringComparison.Ordinal))
            {
                return int.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null;
            }

            if (IsPlain && text.StartsWith("0o", StringComparison.Ordinal))
            {
                return Octal(text[2..]);
            }

            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
        }
    }

    internal override YamlNode AliasAt(SourcePosition at) => new YamlScalar(at, Tag, Value, IsPlain, IsBlock) { AliasOf = AliasOf ?? At };

    private static int? Octal(ReadOnlySpan<char> digits)
    {
        long value = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7' || (value = value * 8 + (digit - '0')) > int.MaxValue)
            {
                return null;
            }
        }

        return digits.IsEmpty ? null : (int)value;
    }
}
