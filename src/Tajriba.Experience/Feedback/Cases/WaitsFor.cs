namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Whom a case waits for.</summary>
public enum WaitsFor
{
    Customer,
    ThirdParty,
}
