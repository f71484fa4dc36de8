using System.CommandLine;
using Tajriba.TextAnalysis;

namespace Tajriba.Host.CommandLine.Text;

/// <summary><c>tajriba text topics --model FILE [--backtest FILE]</c>: topics by one's own examples, and what a changed taxonomy would have said.</summary>
internal static class TextTopics
{
    public static Command Create()
    {
        var file = new Option<string>("--model") { Description = "A model that 'text train topics' wrote, or a taxonomy (.json).", Required = true };
        var changed = new Option<string?>("--backtest") { Description = "A changed model or taxonomy: only the texts that it labels otherwise come out." };
        var command = new Command("topics", "Tell the topic by one's own examples; null where none fits.") { file, changed };
        command.SetAction(result =>
        {
            TopicModel model = Read(result.GetRequiredValue(file));
            return result.GetValue(changed) is { } other ? Backtest(new TopicBacktest(model, Read(other))) : TextCommand.Over((lines, answers) => Tell(model, lines, answers));
        });
        return command;
    }

    private static TopicModel Read(string path)
    {
        using Stream stream = File.OpenRead(path);
        return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? TopicTaxonomy.Read(stream).Learn() : TopicModel.Read(stream);
    }

    private static void Tell(TopicModel model, TextLines lines, TextAnswers answers)
    {
        var folded = new FoldedText();
        foreach (TextLine line in lines.Read())
        {
            TopicScore best = model.Best(folded.Fold(line.Text));
            answers.Write(line, json =>
            {
                json.WriteString("label", best.Fits ? best.Label : null);
                json.WriteNumber("score", Math.Round(best.Score, 6));
            });
        }
    }

    /// <summary>The changed texts go out; how many moved where, to standard error.</summary>
    private static int Backtest(TopicBacktest backtest)
    {
        int code = TextCommand.Over((lines, answers) =>
        {
            foreach (TextLine line in lines.Read())
            {
                (string? before, string? after) = backtest.Add(line.Text);
                if (before != after)
                {
                    answers.Write(line, json =>
                    {
                        json.WriteString("before", before);
                        json.WriteString("after", after);
                    });
                }
            }
        });
        Console.Error.WriteLine($"{backtest.Changed} of {backtest.Texts} texts would be labelled otherwise");
        foreach ((string? before, string? after, int texts) in backtest.Moves)
        {
            Console.Error.WriteLine($"{texts}: {before ?? "none"} -> {after ?? "none"}");
        }

        return code;
    }
}
