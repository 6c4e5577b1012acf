using System.Collections;

namespace Spof.Analysis.Tests.Json;

/// <summary>Compares two values member by member; immutable arrays compare by reference on their own.</summary>
internal static class DeepEquality
{
    public static void AssertSame(object? expected, object? actual) => Compare(expected, actual, "value");

    private static void Compare(object? expected, object? actual, string path)
    {
        if (expected is null || actual is null)
        {
            Assert.True(expected is null && actual is null, $"{path}: {expected ?? "null"} against {actual ?? "null"}");
            return;
        }

        Assert.True(expected.GetType() == actual.GetType(), $"{path}: types differ");
        var type = expected.GetType();
        if (type.IsPrimitive || type.IsEnum || expected is string)
        {
            Assert.True(expected.Equals(actual), $"{path}: {expected} against {actual}");
            return;
        }

        if (expected is IEnumerable left)
        {
            object?[] a = [.. left.Cast<object?>()];
            object?[] b = [.. ((IEnumerable)actual).Cast<object?>()];
            Assert.True(a.Length == b.Length, $"{path}: {a.Length} items against {b.Length}");
            for (var i = 0; i < a.Length; i++)
            {
                Compare(a[i], b[i], $"{path}[{i}]");
            }

            return;
        }

        foreach (var property in type.GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.GetMethod is { IsStatic: false }))
        {
            Compare(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
        }
    }
}
