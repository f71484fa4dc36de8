namespace Tajriba.Experience.Journeys;

/// <summary>Names the texts of channels, object types and attributes that every house has.</summary>
public sealed class JourneyNames
{
    private JourneyNames()
    {
    }
}
