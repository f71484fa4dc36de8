namespace Tajriba.TextAnalysis;

/// <summary>A topic and what it costs the mean score.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Count">How many rated texts are about it.</param>
/// <param name="Share">Their share of all rated texts, 0 to 1.</param>
/// <param name="Difference">The mean score of the others less theirs, in points of the score.</param>
/// <param name="Impact">Share × difference: by how much the mean would rise if they scored like the others.</param>
/// <param name="Low">The lower end of the impact's interval of 95%.</param>
/// <param name="High">The upper end.</param>
public sealed record PainPoint(string Topic, int Count, double Share, double Difference, double Impact, double Low, double High);
