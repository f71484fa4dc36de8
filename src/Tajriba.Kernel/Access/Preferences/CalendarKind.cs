namespace Tajriba.Kernel.Access;

public enum CalendarKind
{
    Gregorian,
    Jalali,
}
