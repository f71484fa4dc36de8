using Tajriba.Demo.Group;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Promises.Macros;
using Tajriba.Experience.Feedback.Public;
using Tajriba.Experience.Feedback.Rules.Handlers;
using Tajriba.Experience.Surveys.Invite;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Channels.Messages;

namespace Tajriba.Demo.Feedback;

/// <summary>How the group's customers are heard and answered: a form, ready answers, somebody who gets the cases, and a survey after each.</summary>
public static class DemoVoice
{
    /// <summary>Key of the programme that asks after a case.</summary>
    public const string Programme = "after-case";

    /// <summary>The form; its address stays the same in every demo, so that a link to it can be shown.</summary>
    public static FeedbackForm Form { get; } = new(
        "voice",
        "SafirMotorsYourVoice00",
        new("Tell Safir Motors", "با سفیر موتور بگویید", "أخبر سفير موتورز"),
        new("A person reads it and answers you.", "نوشته‌تان را آدمی می‌خواند و پاسخ می‌دهد.", "يقرأها شخص ويرد عليك."),
        [FeedbackKind.Complaint, FeedbackKind.Suggestion, FeedbackKind.Praise, FeedbackKind.Question],
        [.. DemoGroup.Branches.Select(b => DemoGroup.ServiceTeam(b.Code)), "care"],
        true);

    /// <summary>Asks at once after a case is resolved.</summary>
    public static ProgrammeSettings Settings { get; } = new()
    {
        Trigger = TriggerKind.Event,
        EventName = "Case Resolved",
        DelayMinutes = 0,
        Channels = [MessageChannels.Sms],
        Context = ["case", "cause", "priority"],
        Texts = UsualTexts.All,
    };

    private static readonly Macro[] Macros =
    [
        new("sorry", new("Apology", "پوزش", "اعتذار"), new Dictionary<string, string>
        {
            ["en"] = "Dear {customer},\nwe are sorry. We look into it and tell you by {due} what we found.\n{handler}, {unit}",
            ["fa"] = "{customer} گرامی،\nپوزش می‌خواهیم. موضوع را بررسی می‌کنیم و تا {due} نتیجه را به شما می‌گوییم.\n{handler}، {unit}",
            ["ar"] = "عزيزنا {customer}،\nنعتذر منكم. ننظر في الأمر ونخبركم بالنتيجة قبل {due}.\n{handler}، {unit}",
        }),
        new("done", new("It is mended", "برطرف شد", "تم الإصلاح"), new Dictionary<string, string>
        {
            ["en"] = "What you told us is mended. You see everything at {link}. If anything is missing, write to us there.",
            ["fa"] = "آنچه گفته بودید برطرف شد. همه چیز را در {link} می‌بینید. اگر چیزی مانده است همان‌جا بنویسید.",
            ["ar"] = "ما أخبرتمونا به أُصلح. ترون كل شيء في {link}، وإن نقص شيء فاكتبوا لنا هناك.",
        }),
    ];

    /// <summary>Sets all of it that nobody has set.</summary>
    internal static async Task AddAsync(FeedbackSettings settings, IPeople people, CancellationToken cancellationToken)
    {
        await SetAsync(SettingKind.Form, Form.Key, Form);
        foreach (var macro in Macros)
        {
            await SetAsync(SettingKind.Macro, macro.Key, macro);
        }

        foreach (var person in (await people.ListAsync(null, null, 500, cancellationToken)).Where(p => p.UserName is "agent" or "manager"))
        {
            await SetAsync(SettingKind.Handler, CaseRouting.KeyOf(person.Id), new HandlerProfile([], [], 15, false));
        }

        async Task SetAsync<T>(string kind, string key, T value)
            where T : class
        {
            if (settings.Find(kind, key) is null)
            {
                await settings.SaveAsync(kind, key, 0, value, cancellationToken);
            }
        }
    }
}
