using System.Globalization;

namespace Tajriba.Touchpoints.Capture.Import.Problems;

/// <summary>The file as a whole cannot be imported, or not further. The message is one line of English: where and what.</summary>
public sealed class ImportFileException(ImportProblem problem, Exception? inner = null) : Exception(problem.English, inner)
{
    public ImportFileException(ImportFault fault, params IEnumerable<object> details)
        : this(Of(fault, details))
    {
    }

    public ImportFileException(Exception inner, ImportFault fault, params IEnumerable<object> details)
        : this(Of(fault, details), inner)
    {
    }

    public ImportProblem Problem { get; } = problem;

    private static ImportProblem Of(ImportFault fault, IEnumerable<object> details) =>
        new(fault, [.. details.Select(d => Convert.ToString(d, CultureInfo.InvariantCulture) ?? "")]);
}
