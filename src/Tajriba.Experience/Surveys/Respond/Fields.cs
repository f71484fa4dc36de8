namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Names of the fields of a page's form. A question's key comes last, since it may hold anything.</summary>
internal static class Fields
{
    public const string Version = "v";
    public const string Page = "p";
    public const string Run = "r";
    public const string Go = "go";
    public const string Shown = "shown";
    public const string Began = "t";

    public static string Answer(string key) => "q:" + key;

    public static string Comment(string key) => "c:" + key;

    /// <summary>One line of a matrix, one thing to be ranked, one end of a range.</summary>
    public static string Part(string key, string part) => $"q[{part}]:{key}";
}
