namespace Tajriba.Host.SignIn;

/// <summary>Names the texts of the pages about oneself: sign in, password, preferences.</summary>
public sealed class SignInTexts
{
    private SignInTexts()
    {
    }
}
