using System.IO.Compression;

namespace Tajriba.TextAnalysis.Tests;

/// <summary>Sentences of customers as they come, and the sets of the shared folder.</summary>
internal static class Feedback
{
    public static readonly string[] Sentences =
    [
        "غذا خیلی سرد بود و پیک دیر رسید، اصلا راضی نبودم",
        "کیفیت عالی، بسته‌بندی خوب و تحویل سریع. ممنونم!",
        "می‌خواستم سفارش را لغو کنم ولی پشتیبانی جواب نمی‌دهد",
        "خانهٔ ما نزدیک شعبهٔ ۱۲ است و کتاب‌های تازه‌تری آورده‌اند",
        "الخدمة سيئة جدا والموظف غير محترم",
        "مطعم ممتاز والأكل لذيذ، شكراً لكم",
        "متى يفتح الفرع الجديد في الرياض؟",
        "The delivery was late and the support never answered",
        "Great service, friendly staff and a very clean room!",
        "My card was charged twice, please call me",
    ];

    public static List<Example> Set(string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Checkout.Shared("data", "feedback", name + ".csv.gz")), CompressionMode.Decompress));
        return [.. ExampleFile.Read(reader)];
    }
}
