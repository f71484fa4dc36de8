using System.CommandLine;
using System.IO.Compression;
using Tajriba.TextAnalysis;

namespace Tajriba.Host.CommandLine.Text;

/// <summary><c>tajriba text train KIND FILE... --out FILE</c>: learns a model from labelled examples.</summary>
internal static class TextTraining
{
    public static Command Create() => new("train", "Learn a model from comma-separated examples (id,text,label,rating,lang,source; also .gz).")
    {
        Verb("sentiment", "Learn the sentiment of one language from labels neg, neu and pos.", (examples, stream) => Train(() => SentimentTrainer.Train(examples, OneLanguage(examples)).Write(stream))),
        Verb("topics", "Learn topics by example.", (examples, stream) => Train(() => TopicTrainer.Train(examples).Write(stream))),
        Verb("language", "Learn to tell languages apart, from the column lang.", (examples, stream) => Train(() => LanguageTrainer.Train(examples).Write(stream))),
    };

    private static Command Verb(string name, string description, Action<IReadOnlyList<Example>, Stream> train)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of examples.", Arity = ArgumentArity.OneOrMore };
        var target = new Option<string>("--out") { Description = "The file to write.", Required = true };
        var leave = new Option<string[]>("--leave-out") { Description = "A source whose examples are not learned from; may be given several times." };
        var command = new Command(name, description) { files, target, leave };
        command.SetAction(result =>
        {
            string[] left = result.GetValue(leave) ?? [];
            List<Example> examples = [.. result.GetRequiredValue(files).SelectMany(Read).Where(e => !left.Contains(e.Source))];
            using var model = new MemoryStream();
            train(examples, model);
            File.WriteAllBytes(result.GetRequiredValue(target), model.ToArray());
            return 0;
        });
        return command;
    }

    private static List<Example> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file);
        return [.. ExampleFile.Read(reader)];
    }

    /// <summary>A mistake in the examples is the caller's to mend.</summary>
    private static void Train(Action train)
    {
        try
        {
            train();
        }
        catch (ArgumentException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static TextLanguage OneLanguage(IReadOnlyList<Example> examples) =>
        examples.Select(e => e.Language).Distinct().Take(2).ToArray() is [var code] && LanguageCodes.TryParse(code, out TextLanguage language) && language <= TextLanguage.En
            ? language
            : throw new FormatException("The examples must all be of one language: fa, ar or en in the column lang.");
}
