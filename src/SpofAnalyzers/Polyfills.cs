#pragma warning disable IDE0130 // The compiler looks for these types in their own namespaces.

namespace System.Runtime.CompilerServices
{
    /// <summary>Lets this netstandard2.0 assembly use init accessors and records.</summary>
    internal static class IsExternalInit;

    /// <summary>Lets this netstandard2.0 assembly use required members.</summary>
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class RequiredMemberAttribute : Attribute;

    /// <summary>Lets this netstandard2.0 assembly use required members.</summary>
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>Lets this netstandard2.0 assembly use required members.</summary>
    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;
}

namespace System
{
    /// <summary>Lets this netstandard2.0 assembly use list patterns; counted from the end when so marked.</summary>
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public int GetOffset(int length) => fromEnd ? length - value : value;
    }
}
