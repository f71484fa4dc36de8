namespace Tajriba.Experience.Indicators.Observe;

/// <summary>Codes of an event's name and source.</summary>
internal readonly record struct CodedEventName(int Name, int Source);
