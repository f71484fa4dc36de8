namespace Tajriba.Demo.Group;

/// <summary>Invented names of customers and employees, as their holders write them.</summary>
internal static class DemoNames
{
    private static readonly string[] PersianFirst = ["آرش", "مریم", "رضا", "نرگس", "سعید", "لیلا", "کاوه", "شیرین", "حمید", "پریسا", "بهرام", "نیلوفر", "امیر", "مهسا", "فرهاد", "ژاله", "سینا", "الهام", "داریوش", "گلناز"];
    private static readonly string[] PersianLast = ["کریمی", "رستمی", "صادقی", "نوری", "شریفی", "قاسمی", "کاظمی", "یزدانی", "بهرامی", "جعفری", "موسوی", "اکبری", "رحیمی", "فرهادی", "پارسا", "مرادی", "نجفی", "طاهری", "سلیمی", "زمانی"];
    private static readonly string[] ArabicFirst = ["أحمد", "فاطمة", "حسن", "زينب", "كريم", "هدى", "جاسم", "أمل", "سمير", "نور", "عادل", "رباب", "ياسين", "سلمى", "ناصر", "ريم"];
    private static readonly string[] ArabicLast = ["السعدي", "الكعبي", "الحيدري", "العبادي", "الخفاجي", "المنصوري", "التميمي", "الشمري", "العامري", "النجار", "الخياط", "الصباغ"];
    private static readonly string[] EnglishFirst = ["Anna", "David", "Sara", "Daniel", "Maria", "Peter", "Laura", "Thomas", "Elena", "Robert"];
    private static readonly string[] EnglishLast = ["Miller", "Novak", "Brown", "Petrov", "Clarke", "Fischer", "Rossi", "Larsen", "Walker", "Martin"];

    public static string Of(string language, int first, int last) => language switch
    {
        "ar" => $"{ArabicFirst[first % ArabicFirst.Length]} {ArabicLast[last % ArabicLast.Length]}",
        "en" => $"{EnglishFirst[first % EnglishFirst.Length]} {EnglishLast[last % EnglishLast.Length]}",
        _ => $"{PersianFirst[first % PersianFirst.Length]} {PersianLast[last % PersianLast.Length]}",
    };
}
