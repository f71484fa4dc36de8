using System.Text.Json;

namespace Tajriba.ProcessMining.Tests;

/// <summary>JSON equal in kind, order and content; numbers to 1e-6 of their size and 2e-6.</summary>
internal static class JsonEqual
{
    public static void Check(string path, JsonElement expected, JsonElement actual)
    {
        Assert.True(expected.ValueKind == actual.ValueKind, $"{path}: {expected.ValueKind} against {actual.ValueKind}");
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(expected.EnumerateObject().Select(p => p.Name), actual.EnumerateObject().Select(p => p.Name));
                foreach (JsonProperty property in expected.EnumerateObject())
                {
                    Check($"{path}.{property.Name}", property.Value, actual.GetProperty(property.Name));
                }

                break;
            case JsonValueKind.Array:
                Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), $"{path}: {expected.GetArrayLength()} items against {actual.GetArrayLength()}");
                for (int i = 0; i < expected.GetArrayLength(); i++)
                {
                    Check($"{path}[{i}]", expected[i], actual[i]);
                }

                break;
            case JsonValueKind.Number:
                double x = expected.GetDouble();
                double y = actual.GetDouble();
                Assert.True(Math.Abs(x - y) <= 2e-6 + (1e-6 * Math.Abs(x)), $"{path}: {x} against {y}");
                break;
            default:
                Assert.True(expected.ToString() == actual.ToString(), $"{path}: {expected} against {actual}");
                break;
        }
    }
}
