using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>People, units, roles, sign-in and the audit trail, without their pages, which the host has.</summary>
public sealed class AccessRoom : Room
{
    public override string Name => "access";

    public override Layer Layer => Layer.House;

    public override string? SchemaPrefix => "Tajriba.Kernel.Access.Storage";

    public override IReadOnlyList<Permission> Permissions => AccessPermissions.All;

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddSingleton(provider => new PermissionCatalog(provider.GetRequiredService<IReadOnlyList<Room>>()));
        AddDirectory(services);
        AddIdentity(services);
        AddPermissions(services);
    }

    private static void AddDirectory(IServiceCollection services)
    {
        services.AddSingleton<AccessSignal>();
        services.AddSingleton<AccessChanges>();
        services.AddSingleton<UnitSnapshots>();
        services.AddSingleton<GrantReader>();
        services.AddSingleton<CurrentPerson>();
        services.AddSingleton<ICurrentPerson>(provider => provider.GetRequiredService<CurrentPerson>());
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<IAuditTrail>(provider => provider.GetRequiredService<AuditTrail>());
        services.AddSingleton<IAuditReader, AuditReader>();
        services.AddSingleton<IUnits, Units>();
        services.AddSingleton<IRoles, Roles>();
        services.AddSingleton<PeopleRights>();
        services.AddSingleton<PeopleReader>();
        services.AddSingleton<IPeople, People>();
        services.AddSingleton<IActingPersons, ActingPersons>();
        services.AddSingleton<ISignInLinks, SignInLinks>();
        services.AddSingleton<AdministratorLink>();
        services.AddHostedService<AccessWatch>();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Tajriba");
        services.AddSingleton(provider => KeySecret.From(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<DatabaseSettings>()));
        services.AddHostedService<KeyCheck>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new DatabaseKeys(provider.GetRequiredService<IDatabase>());
            options.XmlEncryptor = new KeySealer(provider.GetRequiredService<KeySecret>());
        }));
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.TryAddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.TryAddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddIdentityCore<Person>(options =>
        {
            options.Password = new() { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false };
        }).AddUserStore<PersonStore>().AddPasswordValidator<PasswordLimits>().AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = PersonSession.Cookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.IsEssential = true;
            options.ExpireTimeSpan = OpenSessions.Lifetime;
            options.SlidingExpiration = true;
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = PersonSession.ValidateAsync,
                OnRedirectToLogin = PersonSession.ChallengeAsync,
                OnRedirectToAccessDenied = PersonSession.ForbidAsync,
            };
        });
        services.AddSingleton<OpenSessions>();
        services.AddSingleton<AttemptLimiter>();
        services.AddSingleton<DeviceCookie>();
        services.AddSingleton<PasswordGate.Decoy>();
        services.AddScoped(provider => new PasswordGate(
            provider.GetRequiredService<UserManager<Person>>(), provider.GetRequiredService<AttemptLimiter>(),
            provider.GetRequiredService<IPasswordHasher<Person>>(), provider.GetRequiredService<PasswordGate.Decoy>()));
        services.AddScoped<IPasswords, Passwords>();
        services.AddScoped(provider => new PersonSession(
            provider.GetRequiredService<SignInManager<Person>>(), provider.GetRequiredService<OpenSessions>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddPermissions(IServiceCollection services)
    {
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicyProvider>();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
    }
}
