using System.Text.Json;
using System.Text.Json.Serialization;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Records;

namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>The questions to choose from: those that ship with the product and the house's own.</summary>
public sealed class QuestionLibrary(CultureBook book)
{
    private const string File = "Tajriba.Leadership.Culture.Pulse.Data.questions.json";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly Lazy<IReadOnlyList<PulseQuestion>> Shipped = new(Load);

    /// <summary>Those that ship.</summary>
    public static IReadOnlyList<PulseQuestion> Own => Shipped.Value;

    /// <summary>All of them, the house's own last; an own one is known by its code.</summary>
    public IReadOnlyList<PulseQuestion> All => [.. Own, .. book.All<OwnQuestion>(CultureKind.Question).Select(q => new PulseQuestion(q.Code, q.Value.Dimension, q.Value.IsReversed, new LocalName(q.Value.Text)))];

    private static PulseQuestion[] Load()
    {
        using Stream stream = typeof(QuestionLibrary).Assembly.GetManifestResourceStream(File) ?? throw new InvalidDataException(File + " is not embedded.");
        return JsonSerializer.Deserialize<PulseQuestion[]>(stream, Options) ?? throw new InvalidDataException(File + " is empty.");
    }
}
