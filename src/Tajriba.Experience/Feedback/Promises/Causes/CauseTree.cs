using System.Text.Json;

namespace Tajriba.Experience.Feedback.Promises.Causes;

/// <summary>Causes as they are set, over those of a new house.</summary>
internal sealed class CauseTree(FeedbackSettings settings) : ICauses
{
    public static IReadOnlyList<Cause> Usual { get; } =
    [
        new("service", new("Service", "خدمت", "الخدمة")),
        new("late", new("Not ready when promised", "آماده نبودن در موعد", "لم يكن جاهزًا في موعده"), "service"),
        new("poor-work", new("Work had to be redone", "نیاز به دوباره‌کاری", "احتاج العمل إلى إعادة"), "service"),
        new("not-done", new("Agreed work was not done", "انجام نشدن کار توافق‌شده", "لم يُنجز العمل المتفق عليه"), "service"),
        new("product", new("Product", "محصول", "المنتج")),
        new("defect", new("Defect", "عیب محصول", "عيب في المنتج"), "product"),
        new("part-missing", new("Part out of stock", "نبود قطعه", "القطعة غير متوفرة"), "product"),
        new("people", new("People", "کارکنان", "الموظفون")),
        new("rude", new("Manner of staff", "برخورد کارکنان", "تعامل الموظفين"), "people"),
        new("wrong-information", new("Wrong information", "اطلاعات نادرست", "معلومات خاطئة"), "people"),
        new("money", new("Price and payment", "قیمت و پرداخت", "السعر والدفع")),
        new("dear", new("Price higher than told", "قیمت بیش از گفته", "سعر أعلى مما قيل"), "money"),
        new("billing", new("Bill was wrong", "اشتباه در صورت‌حساب", "خطأ في الفاتورة"), "money"),
        new("reach", new("Reaching us", "دسترسی به ما", "الوصول إلينا")),
        new("no-answer", new("Nobody answered", "پاسخ ندادن", "لم يردّ أحد"), "reach"),
        new("waiting", new("Waited too long", "انتظار طولانی", "انتظار طويل"), "reach"),
        new("misunderstanding", new("Misunderstanding, nothing was wrong", "سوءتفاهم، مشکلی نبود", "سوء فهم ولا خلل")),
    ];

    public IReadOnlyList<Cause> All
    {
        get
        {
            var known = Usual.ToDictionary(c => c.Key, StringComparer.Ordinal);
            var order = Usual.Select(c => c.Key).ToList();
            foreach (SettingVersion set in settings.Of(SettingKind.Cause))
            {
                Cause cause = JsonSerializer.Deserialize<Cause>(set.Body!, FeedbackSettings.Json)!;
                if (!known.ContainsKey(cause.Key))
                {
                    order.Add(cause.Key);
                }

                known[cause.Key] = cause;
            }

            Cause[] top = [.. order.Select(k => known[k]).Where(c => c.Parent is null || !known.ContainsKey(c.Parent))];
            return [.. top.SelectMany(t => order.Select(k => known[k]).Where(c => c.Parent == t.Key).Prepend(t))];
        }
    }

    public IReadOnlyList<Cause> Choosable
    {
        get
        {
            IReadOnlyList<Cause> all = All;
            return [.. all.Where(c => !c.IsClosed && all.All(other => other.Parent != c.Key))];
        }
    }

    public Cause? Find(string? key) => key is null ? null : All.FirstOrDefault(c => c.Key == key);

    public string TitleOf(string key, string language)
        => Find(key) is not { } cause ? key
            : Find(cause.Parent) is { } group ? $"{group.Title.In(language)}: {cause.Title.In(language)}"
            : cause.Title.In(language);
}
