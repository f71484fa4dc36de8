using Tajriba.Demo.Story;
using static Tajriba.Demo.Story.EventKind;

namespace Tajriba.Demo.Journeys;

/// <summary>The journeys of the group: four of customers, one of complaints, two of employees.</summary>
public static class DemoJourneys
{
    public static DemoJourney Buying { get; } = new()
    {
        Code = "buying",
        Name = new("Buying a vehicle", "خرید خودرو", "شراء مركبة"),
        ObjectKind = ObjectKind.Lead,
        Events =
        [
            EnquiryMade, LeadAssigned, FirstCallMade, TestDriveBooked, TestDriveTaken, OfferSent, OfferRevised, FinancingRequested,
            FinancingApproved, FinancingWithdrawn, OrderPlaced, OrderCancelled, VehicleDelivered, LeadLost,
        ],
        StartEvents = [EnquiryMade],
        EndEvents = [VehicleDelivered, OrderCancelled, LeadLost],
        TimeoutDays = 60,
        SuccessEvents = [VehicleDelivered],
        Confounders = ["segment", "customer_type"],
    };

    public static DemoJourney Financing { get; } = new()
    {
        Code = "financing",
        Name = new("Getting financing", "گرفتن تسهیلات", "الحصول على تمويل"),
        ObjectKind = ObjectKind.Application,
        Events = [FinancingRequested, FinancingHandedOver, DocumentsRequested, DocumentsReceived, FinancingApproved, FinancingWithdrawn, OrderPlaced],
        StartEvents = [FinancingRequested],
        EndEvents = [OrderPlaced, FinancingWithdrawn],
        TimeoutDays = 30,
        SuccessEvents = [OrderPlaced],
        Confounders = ["customer_type"],
    };

    public static DemoJourney WaitingForDelivery { get; } = new()
    {
        Code = "delivery",
        Name = new("Waiting for delivery", "انتظار تحویل", "انتظار التسليم"),
        ObjectKind = ObjectKind.Order,
        Events = [OrderPlaced, OrderConfirmed, DeliveryDateGiven, DeliveryDateAsked, ComplaintMade, VehicleArrived, DeliveryPrepared, VehicleDelivered, OrderCancelled],
        StartEvents = [OrderPlaced],
        EndEvents = [VehicleDelivered, OrderCancelled],
        TimeoutDays = 60,
        SuccessEvents = [VehicleDelivered],
        Confounders = ["segment"],
        ContactEvents = [DeliveryDateAsked],
    };

    public static DemoJourney ServiceVisit { get; } = new()
    {
        Code = "service-visit",
        Name = new("A service visit", "مراجعه به تعمیرگاه", "زيارة الصيانة"),
        ObjectKind = ObjectKind.Visit,
        Events =
        [
            ServiceBooked, BookingConfirmed, VehicleDroppedOff, JobCardOpened, DiagnosisStarted, DiagnosisFinished, EstimateSent, EstimateApproved,
            PartOrdered, PartArrived, RepairStarted, RepairFinished, QualityCheckPassed, InvoicePaid, VehiclePickedUp, RepairReopened,
            SurveyInvited, SurveyAnswered, ComplaintMade, NextServiceAgreed, VisitClosed,
        ],
        StartEvents = [ServiceBooked, VehicleDroppedOff],
        EndEvents = [VisitClosed],
        TimeoutDays = 45,
        SuccessEvents = [NextServiceAgreed],
        Confounders = ["segment"],
    };

    public static DemoJourney Complaint { get; } = new()
    {
        Code = "complaint",
        Name = new("A complaint", "رسیدگی به شکایت", "معالجة الشكوى"),
        ObjectKind = ObjectKind.Complaint,
        Events = [ComplaintMade, ComplaintAssigned, ComplaintAnswered, ComplaintEscalated, ComplaintSettled, ComplaintClosed],
        StartEvents = [ComplaintMade],
        EndEvents = [ComplaintClosed],
        TimeoutDays = 30,
        SuccessEvents = [ComplaintSettled],
    };

    public static DemoJourney Joining { get; } = new()
    {
        Code = "joining",
        Name = new("Joining the house", "پیوستن به سازمان", "الانضمام إلى المنظمة"),
        ObjectKind = ObjectKind.Employee,
        Events = [EmployeeHired, ContractSigned, WorkplacePrepared, AccessGranted, OnboardingFinished, TrainingAssigned, TrainingCompleted, ExamFailed, CertificateEarned],
        StartEvents = [EmployeeHired],
        EndEvents = [CertificateEarned],
        TimeoutDays = 180,
        SuccessEvents = [CertificateEarned],
    };

    public static DemoJourney DiscountApproval { get; } = new()
    {
        Code = "discount-approval",
        Name = new("Getting a discount approved", "تأیید تخفیف", "الموافقة على الخصم"),
        ObjectKind = ObjectKind.Request,
        Events = [ApprovalRequested, ApprovalForwarded, ApprovalGiven],
        StartEvents = [ApprovalRequested],
        EndEvents = [ApprovalGiven],
        TimeoutDays = 14,
        SuccessEvents = [ApprovalGiven],
    };

    public static IReadOnlyList<DemoJourney> All { get; } = [Buying, Financing, WaitingForDelivery, ServiceVisit, Complaint, Joining, DiscountApproval];
}
