namespace Tajriba.Experience.Surveys.Invite;

/// <summary>The words that a new programme begins with.</summary>
public static class UsualTexts
{
    public static IReadOnlyList<InvitationText> All { get; } =
    [
        new("fa", "از خدمت ما راضی بودید؟", "سلام\nبه‌تازگی از ما خدمتی گرفته‌اید. نظر شما تنها یک دقیقه زمان می‌برد:\n{link}\n\nاگر دیگر نمی‌خواهید بپرسیم: {unsubscribe}", "از خدمت ما راضی بودید؟ {link}"),
        new("en", "How was our service?", "Hello,\nYou have just used our service. Telling us how it was takes one minute:\n{link}\n\nIf we shall not ask again: {unsubscribe}", "How was our service? {link}"),
        new("ar", "كيف كانت خدمتنا؟", "مرحبًا\nاستخدمت خدمتنا قبل قليل. رأيك لا يأخذ سوى دقيقة:\n{link}\n\nإن لم ترغب في أن نسألك مجددًا: {unsubscribe}", "كيف كانت خدمتنا؟ {link}"),
    ];
}
