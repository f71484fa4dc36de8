using Tajriba.Demo.Story;

namespace Tajriba.Demo.Surveys;

/// <summary>The surveys of the group.</summary>
public static class DemoSurveys
{
    public static DemoSurvey AfterService { get; } = new("after-service", 0, "service", new("After a service visit", "پس از مراجعه به تعمیرگاه", "بعد زيارة الصيانة"))
    {
        Margins = [new("context.segment", CustomerProfile.Shares)],
    };

    public static DemoSurvey AfterDelivery { get; } = new("after-delivery", 1, "delivery", new("After a delivery", "پس از تحویل خودرو", "بعد تسليم المركبة"));

    public static DemoSurvey Pulse { get; } = new("pulse", 2, "work", new("Employee pulse", "نبض کارکنان", "نبض الموظفين"));

    public static DemoSurvey AfterCase { get; } = new("after-case", 3, "case", new("After a case", "پس از رسیدگی به پرونده", "بعد معالجة الملف"));

    public static IReadOnlyList<DemoSurvey> All { get; } = [AfterService, AfterDelivery, Pulse, AfterCase];
}
