namespace Tajriba.Kernel.Rooms;

/// <summary>The four layers of the model (seed 000, Figure 2), innermost first, and the house that carries them.</summary>
public enum Layer
{
    House,
    Touchpoints,
    Experience,
    Organization,
    Leadership,
}
