namespace Tajriba.Kernel.Access;

/// <summary>The preferences of whoever reads the answer to the request at hand: the person's own, else the cookie's, else the browser's language.</summary>
public interface IReaderPreferences
{
    ReaderPreferences Current { get; }
}
