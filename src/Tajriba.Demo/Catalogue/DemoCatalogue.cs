using Tajriba.Demo.Story;

namespace Tajriba.Demo.Catalogue;

/// <summary>The names of everything in the story, as the sources write them and as people read them.</summary>
public static class DemoCatalogue
{
    private static readonly string?[] Channels = [.. Enum.GetValues<Channel>().Select(c => c == Channel.None ? null : Lower(c.ToString()))];
    private static readonly string[] Objects = [.. Enum.GetValues<ObjectKind>().Select(o => Lower(o.ToString()))];

    /// <summary>Every event name, in the order of <see cref="EventKind"/>.</summary>
    public static IReadOnlyList<DemoEventName> Events { get; } =
    [
        new(EventKind.CustomerRegistered, new("Customer Registered", "ثبت مشتری", "تسجيل العميل"), "customer file"),
        new(EventKind.VehicleRegistered, new("Vehicle Registered", "ثبت خودرو", "تسجيل المركبة"), "customer file"),
        new(EventKind.SessionStarted, new("Session Started", "آغاز بازدید", "بدء الجلسة"), "website and app"),
        new(EventKind.PageViewed, new("Page Viewed", "دیدن صفحه", "مشاهدة صفحة"), "website and app"),
        new(EventKind.PriceCalculated, new("Price Calculated", "محاسبهٔ قیمت", "حساب السعر"), "website and app"),
        new(EventKind.OfferMessageSent, new("Offer Message Sent", "ارسال پیام پیشنهاد", "إرسال رسالة عرض"), "message"),
        new(EventKind.MessageOpened, new("Message Opened", "باز شدن پیام", "فتح الرسالة"), "message"),
        new(EventKind.SocialCommentMade, new("Social Comment Made", "نظر در شبکهٔ اجتماعی", "تعليق على وسائل التواصل"), "social page", "social"),
        new(EventKind.EnquiryMade, new("Enquiry Made", "پرس‌وجوی خرید", "استفسار شراء"), "first contact"),
        new(EventKind.LeadAssigned, new("Lead Assigned", "سپردن سرنخ به فروشنده", "إسناد العميل المحتمل"), "first contact"),
        new(EventKind.FirstCallMade, new("First Call Made", "نخستین تماس", "الاتصال الأول"), "phone call", "phone"),
        new(EventKind.TestDriveBooked, new("Test Drive Booked", "رزرو رانندگی آزمایشی", "حجز تجربة قيادة"), "phone call"),
        new(EventKind.TestDriveTaken, new("Test Drive Taken", "رانندگی آزمایشی", "تجربة القيادة"), "showroom", "branch"),
        new(EventKind.OfferSent, new("Offer Sent", "ارسال پیش‌فاکتور", "إرسال العرض"), "offer"),
        new(EventKind.OfferRevised, new("Offer Revised", "بازنگری پیش‌فاکتور", "تعديل العرض"), "offer"),
        new(EventKind.LeadLost, new("Lead Lost", "از دست رفتن سرنخ", "خسارة العميل المحتمل"), "offer"),
        new(EventKind.FinancingRequested, new("Financing Requested", "درخواست تسهیلات", "طلب تمويل"), "financing desk"),
        new(EventKind.FinancingHandedOver, new("Financing Handed Over", "ارجاع پروندهٔ تسهیلات", "إحالة ملف التمويل"), "financing desk"),
        new(EventKind.DocumentsRequested, new("Documents Requested", "درخواست مدارک", "طلب المستندات"), "financing desk"),
        new(EventKind.DocumentsReceived, new("Documents Received", "دریافت مدارک", "استلام المستندات"), "financing desk"),
        new(EventKind.FinancingApproved, new("Financing Approved", "تصویب تسهیلات", "الموافقة على التمويل"), "financing desk"),
        new(EventKind.FinancingWithdrawn, new("Financing Withdrawn", "انصراف از تسهیلات", "سحب طلب التمويل"), "financing desk"),
        new(EventKind.OrderPlaced, new("Order Placed", "ثبت سفارش", "تقديم الطلب"), "showroom", "branch"),
        new(EventKind.OrderConfirmed, new("Order Confirmed", "تأیید سفارش", "تأكيد الطلب"), "message", "email"),
        new(EventKind.DeliveryDateGiven, new("Delivery Date Given", "اعلام تاریخ تحویل", "إعلان موعد التسليم"), "phone call", "phone"),
        new(EventKind.DeliveryDateAsked, new("Delivery Date Asked", "پرسش از تاریخ تحویل", "السؤال عن موعد التسليم"), "phone call"),
        new(EventKind.OrderCancelled, new("Order Cancelled", "لغو سفارش", "إلغاء الطلب"), "phone call"),
        new(EventKind.VehicleArrived, new("Vehicle Arrived", "رسیدن خودرو", "وصول المركبة"), "delivery bay"),
        new(EventKind.DeliveryPrepared, new("Delivery Prepared", "آماده‌سازی تحویل", "تجهيز التسليم"), "delivery bay", "branch"),
        new(EventKind.VehicleDelivered, new("Vehicle Delivered", "تحویل خودرو", "تسليم المركبة"), "delivery bay", "branch"),
        new(EventKind.ServiceReminderSent, new("Service Reminder Sent", "یادآوری سرویس", "تذكير بالصيانة"), "message", "sms"),
        new(EventKind.ServiceBooked, new("Service Booked", "رزرو سرویس", "حجز الصيانة"), "booking"),
        new(EventKind.BookingConfirmed, new("Booking Confirmed", "تأیید رزرو", "تأكيد الحجز"), "message", "sms"),
        new(EventKind.VehicleDroppedOff, new("Vehicle Dropped Off", "تحویل خودرو به تعمیرگاه", "تسليم المركبة للورشة"), "reception desk", "branch"),
        new(EventKind.JobCardOpened, new("Job Card Opened", "باز شدن کارت کار", "فتح بطاقة العمل"), "reception desk", "branch"),
        new(EventKind.DiagnosisStarted, new("Diagnosis Started", "آغاز عیب‌یابی", "بدء الفحص"), "workshop", "branch"),
        new(EventKind.DiagnosisFinished, new("Diagnosis Finished", "پایان عیب‌یابی", "انتهاء الفحص"), "workshop", "branch"),
        new(EventKind.EstimateSent, new("Estimate Sent", "ارسال برآورد هزینه", "إرسال تقدير التكلفة"), "message"),
        new(EventKind.EstimateApproved, new("Estimate Approved", "تأیید برآورد هزینه", "الموافقة على التقدير"), "message"),
        new(EventKind.PartOrdered, new("Part Ordered", "سفارش قطعه", "طلب القطعة"), "workshop", "branch"),
        new(EventKind.PartArrived, new("Part Arrived", "رسیدن قطعه", "وصول القطعة"), "workshop", "branch"),
        new(EventKind.RepairStarted, new("Repair Started", "آغاز تعمیر", "بدء الإصلاح"), "workshop", "branch"),
        new(EventKind.RepairFinished, new("Repair Finished", "پایان تعمیر", "انتهاء الإصلاح"), "workshop", "branch"),
        new(EventKind.QualityCheckPassed, new("Quality Check Passed", "تأیید کنترل کیفیت", "اجتياز فحص الجودة"), "workshop", "branch"),
        new(EventKind.InvoicePaid, new("Invoice Paid", "پرداخت صورت‌حساب", "دفع الفاتورة"), "cash desk"),
        new(EventKind.VehiclePickedUp, new("Vehicle Picked Up", "تحویل گرفتن خودرو", "استلام المركبة"), "reception desk", "branch"),
        new(EventKind.RepairReopened, new("Repair Reopened", "بازگشت برای تعمیر دوباره", "إعادة فتح الإصلاح"), "reception desk", "branch"),
        new(EventKind.SurveyInvited, new("Survey Invited", "دعوت به نظرسنجی", "دعوة إلى الاستبيان"), "survey", "sms"),
        new(EventKind.SurveyAnswered, new("Survey Answered", "پاسخ به نظرسنجی", "الإجابة عن الاستبيان"), "survey"),
        new(EventKind.NextServiceAgreed, new("Next Service Agreed", "قرار سرویس بعدی", "الاتفاق على الصيانة القادمة"), "booking"),
        new(EventKind.VisitClosed, new("Visit Closed", "بستن مراجعه", "إغلاق الزيارة"), "reception desk"),
        new(EventKind.ComplaintMade, new("Complaint Made", "ثبت شکایت", "تقديم شكوى"), "complaints desk"),
        new(EventKind.ComplaintAssigned, new("Complaint Assigned", "ارجاع شکایت", "إسناد الشكوى"), "complaints desk"),
        new(EventKind.ComplaintAnswered, new("Complaint Answered", "پاسخ به شکایت", "الرد على الشكوى"), "complaints desk"),
        new(EventKind.ComplaintEscalated, new("Complaint Escalated", "ارجاع شکایت به سطح بالاتر", "تصعيد الشكوى"), "complaints desk"),
        new(EventKind.ComplaintSettled, new("Complaint Settled", "حل شکایت", "تسوية الشكوى"), "complaints desk"),
        new(EventKind.ComplaintClosed, new("Complaint Closed", "بستن شکایت", "إغلاق الشكوى"), "complaints desk"),
        new(EventKind.ApprovalRequested, new("Approval Requested", "درخواست تأیید تخفیف", "طلب الموافقة على الخصم"), "inside the house"),
        new(EventKind.ApprovalForwarded, new("Approval Forwarded", "ارجاع درخواست تأیید", "إحالة طلب الموافقة"), "inside the house"),
        new(EventKind.ApprovalGiven, new("Approval Given", "صدور تأیید", "منح الموافقة"), "inside the house"),
        new(EventKind.EmployeeHired, new("Employee Hired", "استخدام", "التوظيف"), "people office"),
        new(EventKind.ContractSigned, new("Contract Signed", "امضای قرارداد", "توقيع العقد"), "people office"),
        new(EventKind.WorkplacePrepared, new("Workplace Prepared", "آماده‌سازی محل کار", "تجهيز مكان العمل"), "people office"),
        new(EventKind.AccessGranted, new("Access Granted", "دادن دسترسی‌ها", "منح الصلاحيات"), "people office"),
        new(EventKind.OnboardingFinished, new("Onboarding Finished", "پایان جامعه‌پذیری", "انتهاء التهيئة"), "people office"),
        new(EventKind.TrainingAssigned, new("Training Assigned", "تعیین دوره آموزشی", "إسناد التدريب"), "training"),
        new(EventKind.TrainingCompleted, new("Training Completed", "پایان دوره آموزشی", "إتمام التدريب"), "training"),
        new(EventKind.ExamFailed, new("Exam Failed", "مردودی در آزمون", "الرسوب في الاختبار"), "training"),
        new(EventKind.CertificateEarned, new("Certificate Earned", "دریافت گواهینامه", "الحصول على الشهادة"), "training"),
        new(EventKind.LeaveRequested, new("Leave Requested", "درخواست مرخصی", "طلب إجازة"), "people office"),
        new(EventKind.LeaveApproved, new("Leave Approved", "تأیید مرخصی", "الموافقة على الإجازة"), "people office"),
        new(EventKind.AppraisalHeld, new("Appraisal Held", "ارزیابی عملکرد", "تقييم الأداء"), "people office"),
        new(EventKind.EmployeeLeft, new("Employee Left", "ترک سازمان", "ترك المنظمة"), "people office"),
    ];

    /// <summary>Every name that the catalogue should know: those of the story, and what apps send besides.</summary>
    public static IReadOnlyList<DemoEventName> Named { get; } =
        [.. Events, new(EventKind.PageViewed, new("Screen Viewed", "دیدن صفحهٔ برنامک", "مشاهدة شاشة في التطبيق"), "website and app", "app")];

    /// <summary>The name that sources write.</summary>
    public static string NameOf(EventKind kind) => Events[(int)kind].Name;

    /// <summary>The channel as events carry it, or null for none.</summary>
    public static string? NameOf(Channel channel) => Channels[(int)channel];

    /// <summary>The object type as the log keeps it.</summary>
    public static string NameOf(ObjectKind kind) => Objects[(int)kind];

    /// <summary>An object's part in an event (its qualifier).</summary>
    internal static string PartOf(StoryObject item, in StoryEvent within) => item.Kind switch
    {
        ObjectKind.Employee when item == within.Subject => "concerned",
        ObjectKind.Employee => "handler",
        ObjectKind.Unit => "place",
        ObjectKind.Visit or ObjectKind.Order when within.Other.Kind == ObjectKind.Complaint => "about",
        _ => "",
    };

    private static string Lower(string name) => name.ToLowerInvariant();
}
