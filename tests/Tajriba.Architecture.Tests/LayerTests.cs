using System.Xml.Linq;

namespace Tajriba.Architecture.Tests;

/// <summary>DESIGN rule 1: down by call, up by event.</summary>
public sealed class LayerTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Tajriba.Client"] = [], // runs in others' processes: knows the API and nothing of the house
        ["Tajriba.Kernel"] = [],
        ["Tajriba.Ui"] = ["Tajriba.Kernel"],
        ["Tajriba.Touchpoints"] = ["Tajriba.Kernel", "Tajriba.Ui", "Libraries"],
        ["Tajriba.Experience"] = ["Tajriba.Kernel", "Tajriba.Ui", "Tajriba.Touchpoints", "Libraries"],
        ["Tajriba.Organization"] = ["Tajriba.Kernel", "Tajriba.Ui", "Tajriba.Touchpoints", "Tajriba.Experience", "Libraries"],
        ["Tajriba.Leadership"] = ["Tajriba.Kernel", "Tajriba.Ui", "Tajriba.Touchpoints", "Tajriba.Experience", "Tajriba.Organization", "Libraries"],
    };

    [Fact]
    public void Projects_refer_only_inward()
    {
        var wrong = new List<string>();
        foreach (var path in Repository.Sources(".csproj"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var library = path.StartsWith("src/Libraries/", StringComparison.Ordinal);
            var allowed = library ? [] : Allowed.GetValueOrDefault(name);
            if (allowed is null)
            {
                continue; // the host and the demo may name everything
            }

            foreach (var reference in References(path))
            {
                var target = Path.GetFileNameWithoutExtension(reference);
                if (!allowed.Contains(reference.Contains("Libraries/", StringComparison.Ordinal) ? "Libraries" : target))
                {
                    wrong.Add($"{name} → {target}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Libraries_use_no_packages_but_the_framework()
    {
        var wrong = Repository.Sources(".csproj")
            .Where(path => path.StartsWith("src/Libraries/", StringComparison.Ordinal) || path.StartsWith("src/Tajriba.Client/", StringComparison.Ordinal))
            .SelectMany(path => XDocument.Parse(Repository.Read(path)).Descendants("PackageReference")
                .Select(item => $"{Path.GetFileNameWithoutExtension(path)} → {item.Attribute("Include")?.Value}"))
            .Where(pair => !pair.EndsWith("→ MathNet.Numerics", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> References(string path)
        => XDocument.Parse(Repository.Read(path)).Descendants("ProjectReference")
            .Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'));
}
