using System.Collections.Frozen;

namespace Tajriba.TextAnalysis;

/// <summary>Recognizes Persian and Arabic in Latin letters by their commonest words and by digits inside words.</summary>
public static class LatinVarieties
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Finglish = Words("""
        salam mamnoon mamnun merci kheili kheyli khayli kheli khoob khub khube khoobe khobe bood boodan nabood nist hast hastam hasti
        mikonam mikonid mikone nemikonam nemishe mishe mishavad nashod shod shode nashode daram dare nadaram nadare dasht nadasht
        ghaza ghazash gheymat gheimat keyfiat keyfiyat kala sefaresh peyk pool poole ye yek ro ra az baraye vase chera chetor koja
        aali ali bad-bood badi bade badtarin behtarin dir zood sard garm khasteh khaste kharab kharabe man shoma ma oon een
        in-ke ke va ham khodam lotfan moshkel razi nabodam naboodam boodam doost dost dooset kardam kard nakard nakardam residan
        resid dadam dad nadad goftam goft migam mige bashe bashid taze hamishe hanooz daghoon eftezah
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Arabizi = Words("""
        wallah walla wallahi mish mesh msh mafi mafe kteer ktir kteeer ketir awi awy gedan jiddan jeddan shukran shokran habibi habibti
        inta enta enti inti ana ehna i7na howa heya shu shou sho leh leish lesh laish keef kif kifak mabrook mabsoot mabsout zay zein zain
        helw helwa 7elw 7elwa 7elo 7ilw 3ala 3an 3ayez 3ayz 3andi 3ndi ma3 ma3a ma3ako m3a 5alas khalas 5ara mo5 a7la a7san a7san
        7aga 7aja 7ad sa7 sa7i7 la2 lissa lessa bas bs yalla inshallah inshalla inshaallah masha2allah alhamdulillah el al bta3
        5edma khedma khidma 5idma akl taman se3r s3r gamil gameel jameel jamil momtaz mumtaz
        """);

    /// <summary>What a folded text in Latin letters is; <see cref="LatinVariety.None"/> also where less than a fifth of its words tell.</summary>
    public static LatinVariety Of(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int words = 0;
        int persian = 0;
        int arabic = 0;
        foreach (Token token in text.Tokens)
        {
            if (token.Arabic)
            {
                return LatinVariety.None;
            }

            if (token.Kind == TokenKind.Word)
            {
                ReadOnlySpan<char> word = text.TextOf(token);
                words++;
                persian += Finglish.Contains(word) ? 1 : 0;
                arabic += Arabizi.Contains(word) || HasSoundDigit(word) ? 1 : 0;
            }
        }

        int most = Math.Max(persian, arabic);
        return most == 0 || most * 5 < words || persian == arabic ? LatinVariety.None : persian > arabic ? LatinVariety.Finglish : LatinVariety.Arabizi;
    }

    private static bool HasSoundDigit(ReadOnlySpan<char> word)
    {
        int digit = word.IndexOfAny('3', '7', '5');
        return digit > 0 && digit < word.Length - 1 && word.Length > 3 && char.IsAsciiLetter(word[digit - 1]) && char.IsAsciiLetter(word[digit + 1]);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
}
