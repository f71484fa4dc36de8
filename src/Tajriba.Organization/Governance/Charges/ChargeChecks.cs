namespace Tajriba.Organization.Governance.Charges;

/// <summary>What a matrix of parts has to be: one answers for each thing, somebody does it, and nobody carries too much.</summary>
public static class ChargeChecks
{
    /// <summary>More people asked before than this hold everything up.</summary>
    public const int MostConsulted = 4;

    /// <summary>Whoever carries more than so many times what people carry on average, and at least <see cref="FewestForOverload"/> things, carries too much.</summary>
    public const double MostTimes = 1.5;

    /// <summary>Below so many things nobody carries too much.</summary>
    public const int FewestForOverload = 4;

    /// <summary>What is wrong with one row.</summary>
    public static IReadOnlyList<ChargeFault> Of(Assignment assignment)
    {
        int Count(Charge charge) => assignment.Parts.Count(p => p.Charge == charge);
        return assignment.Parts.Count == 0 ? [ChargeFault.Nothing] :
        [
            .. Count(Charge.Accountable) switch { 0 => [ChargeFault.NoAccountable], 1 => Array.Empty<ChargeFault>(), _ => [ChargeFault.ManyAccountable] },
            .. Count(Charge.Responsible) == 0 ? [ChargeFault.NoResponsible] : Array.Empty<ChargeFault>(),
            .. Count(Charge.Consulted) > MostConsulted ? [ChargeFault.ManyConsulted] : Array.Empty<ChargeFault>(),
        ];
    }

    /// <summary>People who do or answer for too much, with how many things; the most first.</summary>
    public static IReadOnlyList<(long Person, int Things)> Overloaded(IReadOnlyList<Assignment> all)
    {
        List<(long Person, int Things)> loads = [.. all.SelectMany(a => a.Parts.Where(p => p.Charge is Charge.Responsible or Charge.Accountable).Select(p => p.Person).Distinct()).CountBy(p => p).Select(p => (p.Key, p.Value))];
        double most = MostTimes * loads.Select(l => l.Things).DefaultIfEmpty(0).Average();
        return [.. loads.Where(l => l.Things >= FewestForOverload && l.Things > most).OrderByDescending(l => l.Things).ThenBy(l => l.Person)];
    }
}
