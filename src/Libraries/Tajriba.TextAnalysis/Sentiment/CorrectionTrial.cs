namespace Tajriba.TextAnalysis;

/// <summary>What came of learning a correction from rated texts.</summary>
/// <param name="Correction">The correction; null where it does not win on texts held out, or where there are too few to tell.</param>
/// <param name="Texts">How many rated texts could be used.</param>
/// <param name="ScoreBefore">Macro-F1 of the sentiment as it comes, on the same texts; 0 where there were too few.</param>
/// <param name="ScoreAfter">Macro-F1 of the corrected one, each text held out when it was told.</param>
/// <param name="LossBefore">The mean negative log-likelihood of the right label before, in nats, every label counted the same.</param>
/// <param name="LossAfter">The same after, each text held out.</param>
/// <param name="SureGain">The lower end of the interval (95%, one-sided) of the mean gain in log-likelihood; above 0 the correction wins.</param>
public sealed record CorrectionTrial(
    SentimentCorrection? Correction, int Texts, double ScoreBefore, double ScoreAfter, double LossBefore, double LossAfter, double SureGain);
