namespace Tajriba.Touchpoints.Capture.Import.Mapping;

/// <summary>What systems call their columns, folded: lower case, letters and digits only. Best known names first.</summary>
internal static class ColumnNames
{
    public static readonly string[] Activity =
        ["conceptname", "activity", "activityname", "eventname", "event", "eventtype", "action", "task", "taskname", "step", "status", "operation", "فعالیت", "رویداد", "نامرویداد", "النشاط", "الحدث"];

    public static readonly string[] Time =
        ["timetimestamp", "timestamp", "eventtime", "time", "datetime", "occurredat", "completetimestamp", "starttimestamp", "starttime", "endtime", "createdat", "date", "eventdate", "زمان", "تاریخ", "تاریخوزمان", "الوقت", "التاریخ"];

    public static readonly string[] Case =
        ["caseconceptname", "caseid", "case", "traceid", "trace", "ticketid", "ticket", "applicationid", "requestid", "شمارهپرونده", "پرونده", "شناسهپرونده", "رقمالحالة", "الحالة"];

    public static readonly string[] Customer =
        ["customerid", "customer", "customernumber", "clientid", "client", "userid", "profileid", "mobile", "phone", "phonenumber", "مشتری", "شناسهمشتری", "کدمشتری", "العمیل", "رقمالعمیل"];

    public static readonly string[] Employee =
        ["orgresource", "resource", "employeeid", "employee", "agent", "operator", "staff", "کارمند", "کارشناس", "الموظف"];

    public static readonly string[] Order = ["orderid", "ordernumber", "order", "سفارش", "شمارهسفارش", "رقمالطلب"];

    public static readonly string[] Session = ["sessionid", "session"];

    public static readonly string[] Channel = ["channel", "channelname", "کانال", "القناة"];

    public static readonly string[] Unit = ["unit", "unitcode", "branch", "branchcode", "orggroup", "department", "واحد", "شعبه", "کدشعبه", "الفرع", "الوحدة"];

    public static readonly string[] Text =
        ["text", "comment", "comments", "feedback", "review", "reviewtext", "complaint", "complainttext", "message", "opinion", "متن", "متننظر", "نظر", "نظرات", "دیدگاه", "شکایت", "متنشکایت", "بازخورد", "النص", "التعلیق", "الرأی", "الشکوى", "الملاحظات"];

    public static readonly string[] Rating = ["rating", "stars", "score", "امتیاز", "ستاره", "التقییم"];

    public static readonly string[] EventId = ["eventid", "messageid", "eventuuid", "شناسهرویداد"];

    /// <summary>The column that has one of the names, the earliest of them; null where none has.</summary>
    public static string? Find(IReadOnlyList<string> columns, string[] names)
    {
        foreach (string name in names)
        {
            string? found = columns.FirstOrDefault(c => Fold(c) == name);
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static string Fold(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsLetterOrDigit)).Replace('ي', 'ی').Replace('ك', 'ک');
}
