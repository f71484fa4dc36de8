namespace Tajriba.TextAnalysis;

/// <summary>Tells addresses, numbers of telephones, cards and accounts, and emoticons at the beginning of a text of folded letters.</summary>
internal static class Codes
{
    private const int LongestAddress = 64;

    private static readonly (string Name, TokenKind Kind)[] Names =
    [
        ("<url>", TokenKind.Url), ("<email>", TokenKind.Email), ("<user>", TokenKind.User), ("<phone>", TokenKind.Phone),
        ("<card>", TokenKind.Card), ("<iban>", TokenKind.Iban), ("<laugh>", TokenKind.Laughter),
    ];

    public static string NameOf(TokenKind kind)
    {
        foreach ((string name, TokenKind named) in Names)
        {
            if (named == kind)
            {
                return name;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only codes have names.");
    }

    /// <summary>How many letters the code at the beginning takes; 0 where there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, out TokenKind kind)
    {
        kind = TokenKind.Mark;
        char first = text[0];
        if (first == '<')
        {
            return Named(text, out kind);
        }

        if (first == '@')
        {
            kind = TokenKind.User;
            return Name(text);
        }

        if (first == '+' || char.IsAsciiDigit(first))
        {
            int number = NumberCodes.Read(text, out kind);
            if (number > 0)
            {
                return number;
            }
        }

        if (!char.IsAsciiLetterOrDigit(first))
        {
            return 0;
        }

        int taken = Url(text);
        kind = TokenKind.Url;
        if (taken == 0)
        {
            taken = Email(text);
            kind = TokenKind.Email;
        }

        if (taken == 0 && char.IsAsciiLetter(first))
        {
            taken = NumberCodes.Iban(text);
            kind = TokenKind.Iban;
        }

        return taken;
    }

    /// <summary>Eyes, perhaps a nose, a mouth once or more.</summary>
    public static int Emoticon(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not (':' or ';' or '='))
        {
            return 0;
        }

        int mouth = text[1] == '-' && text.Length > 2 ? 2 : 1;
        if (text[mouth] is not (')' or '(' or 'd' or 'p') || (char.IsAsciiLetter(text[mouth]) && text.Length > mouth + 1 && IsLetter(text[mouth + 1])))
        {
            return 0;
        }

        int end = mouth + 1;
        while (end < text.Length && text[end] == text[mouth])
        {
            end++;
        }

        return end;
    }

    private static bool IsLetter(char c) => Letters.ClassOf(c) is LetterClass.Letter or LetterClass.Digit or LetterClass.Arabic;

    private static int Named(ReadOnlySpan<char> text, out TokenKind kind)
    {
        foreach ((string name, TokenKind named) in Names)
        {
            if (text.StartsWith(name, StringComparison.Ordinal))
            {
                kind = named;
                return name.Length;
            }
        }

        kind = TokenKind.Mark;
        return 0;
    }

    private static int Name(ReadOnlySpan<char> text)
    {
        int n = 1;
        while (n < text.Length && n <= LongestAddress && (IsLetter(text[n]) || text[n] == '_'))
        {
            n++;
        }

        return n > 1 ? n : 0;
    }

    /// <summary>Runs are cut to two before, so that three w are two here.</summary>
    private static int Url(ReadOnlySpan<char> text)
    {
        int n = text.StartsWith("http://", StringComparison.Ordinal) ? 7
            : text.StartsWith("https://", StringComparison.Ordinal) ? 8
            : text.StartsWith("ww.", StringComparison.Ordinal) ? 3 : 0;
        int start = n;
        while (n > 0 && n < text.Length && text[n] is not (' ' or '<') && Letters.ClassOf(text[n]) != LetterClass.Arabic)
        {
            n++;
        }

        return n > start ? n : 0;
    }

    private static int Email(ReadOnlySpan<char> text)
    {
        int n = 0;
        while (n < text.Length && n < LongestAddress && (char.IsAsciiLetterOrDigit(text[n]) || text[n] is '.' or '_' or '%' or '+' or '-'))
        {
            n++;
        }

        if (n == 0 || n == text.Length || text[n] != '@')
        {
            return 0;
        }

        int domain = ++n;
        int dot = 0;
        while (n < text.Length && n - domain < LongestAddress && (char.IsAsciiLetterOrDigit(text[n]) || text[n] is '.' or '-'))
        {
            dot = text[n] == '.' ? n : dot;
            n++;
        }

        n = dot == n - 1 ? dot : n;
        int inner = text[domain..n].LastIndexOf('.');
        return inner > 0 && n - domain - inner > 2 ? n : 0;
    }
}
