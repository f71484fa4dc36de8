using System.CommandLine;
using Tajriba.TextAnalysis;

namespace Tajriba.Host.CommandLine.Text;

/// <summary><c>tajriba text VERB</c>: language, sentiment, topics, folding and key words of JSON lines on standard input.</summary>
internal static class TextCommand
{
    public static Command Create() => new("text", "Analyse texts: JSON lines with id and text on standard input, JSON lines out.")
    {
        Verb("detect", "Tell the language: fa, ar, en, ur, ckb or ps.", Detect),
        Sentiment(),
        TextTopics.Create(),
        Verb("fold", "Give the text as it is compared, with the way back to the text as written.", Fold),
        Keyness(),
        TextTraining.Create(),
    };

    /// <summary>Runs a verb over standard input; lines go out as they are read.</summary>
    internal static int Over(Action<TextLines, TextAnswers> verb)
    {
        using Stream input = Console.OpenStandardInput();
        var lines = new TextLines(input, Console.Error);
        using var answers = new TextAnswers(Console.OpenStandardOutput());
        verb(lines, answers);
        return lines.ExitCode;
    }

    private static Command Verb(string name, string description, Action<TextLines, TextAnswers> verb)
    {
        var command = new Command(name, description);
        command.SetAction(_ => Over(verb));
        return command;
    }

    private static void Detect(TextLines lines, TextAnswers answers)
    {
        var analyzer = new TextAnalyzer();
        foreach (TextLine line in lines.Read())
        {
            LanguageGuess guess = analyzer.Detect(line.Text);
            answers.Write(line, json =>
            {
                json.WriteString("language", guess.Language.Code());
                json.WriteNumber("margin", Math.Round(guess.Margin, 6));
            });
        }
    }

    private static void Fold(TextLines lines, TextAnswers answers)
    {
        var folded = new FoldedText();
        foreach (TextLine line in lines.Read())
        {
            folded.Fold(line.Text);
            answers.Write(line, json =>
            {
                json.WriteString("match", folded.Match);
                json.WriteString("display", line.Text);
                json.WriteStartArray("offsets");
                foreach (int offset in folded.Offsets)
                {
                    json.WriteNumberValue(offset);
                }

                json.WriteEndArray();
                json.WriteString("redacted", Redaction.Redact(line.Text));
                json.WriteString("latin", LatinVarieties.Of(folded) switch { LatinVariety.Finglish => "finglish", LatinVariety.Arabizi => "arabizi", _ => null });
            });
        }
    }

    private static Command Sentiment()
    {
        var language = new Option<string?>("--language") { Description = "Read every text as fa, ar or en (detected when not given)." };
        language.AcceptOnlyFromAmong("fa", "ar", "en");
        var explain = new Option<bool>("--explain") { Description = "Add the words that moved the result, as offsets into the text as written." };
        var command = new Command("sentiment", "Tell how likely a text is negative, neutral and positive.") { language, explain };
        command.SetAction(result => Over((lines, answers) =>
        {
            TextLanguage? forced = LanguageCodes.TryParse(result.GetValue(language), out TextLanguage given) ? given : null;
            SentimentOf(lines, answers, forced, result.GetValue(explain));
        }));
        return command;
    }

    private static void SentimentOf(TextLines lines, TextAnswers answers, TextLanguage? forced, bool explain)
    {
        var analyzer = new TextAnalyzer();
        foreach (TextLine line in lines.Read())
        {
            SentimentScore score = analyzer.Sentiment(line.Text, forced, out TextLanguage read);
            answers.Write(line, json =>
            {
                json.WriteString("language", read.Code());
                json.WriteNumber("neg", Math.Round(score.Negative, 9));
                json.WriteNumber("neu", Math.Round(score.Neutral, 9));
                json.WriteNumber("pos", Math.Round(score.Positive, 9));
                if (!explain)
                {
                    return;
                }

                json.WriteStartArray("spans");
                foreach (SentimentSpan span in analyzer.Explain(read))
                {
                    json.WriteStartObject();
                    json.WriteNumber("start", span.Start);
                    json.WriteNumber("end", span.End);
                    json.WriteString("text", line.Text.AsSpan(span.Start, span.End - span.Start));
                    json.WriteNumber("weight", Math.Round(span.Weight, 4));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
    }

    private static Command Keyness()
    {
        var group = new Option<string?>("--group") { Description = "The group whose words are wanted, against all others (the first that comes when not given)." };
        var most = new Option<int>("--most") { Description = "How many words at most.", DefaultValueFactory = _ => 50 };
        var command = new Command("keyness", "Tell the words that set one group of texts apart; lines carry a member 'group'.") { group, most };
        command.SetAction(result => Over((lines, answers) =>
        {
            string? target = result.GetValue(group);
            var counts = new TermCounts();
            foreach (TextLine line in lines.Read())
            {
                target ??= line.Group ?? "";
                counts.Add(line.Text, (line.Group ?? "") == target);
            }

            foreach (KeyTerm term in global::Tajriba.TextAnalysis.Keyness.Compare(counts).Take(result.GetValue(most)))
            {
                answers.Write(json =>
                {
                    json.WriteString("term", term.Term);
                    json.WriteNumber("count", term.Count);
                    json.WriteNumber("others", term.Others);
                    json.WriteNumber("logOdds", Math.Round(term.LogOdds, 6));
                    json.WriteNumber("z", Math.Round(term.Z, 4));
                });
            }
        }));
        return command;
    }
}
