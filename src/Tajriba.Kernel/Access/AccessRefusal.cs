namespace Tajriba.Kernel.Access;

/// <summary>Why a change of people, units or roles was not made.</summary>
public enum AccessRefusal
{
    /// <summary>The thing to change does not exist, or is not the caller's to know about.</summary>
    Unknown,
    CodeInvalid,
    CodeTaken,
    NameMissing,
    NameTooLong,
    ParentUnknown,

    /// <summary>A unit cannot stand below itself.</summary>
    ParentInsideUnit,

    /// <summary>A region holds branches, never the other way round.</summary>
    KindOutsideParent,
    UserNameInvalid,
    UserNameTaken,
    PasswordTooShort,
    PasswordTooLong,
    PasswordWrong,
    RoleUnknown,
    PermissionUnknown,
    UnitUnknown,

    /// <summary>The last person who can administer the house cannot lose that.</summary>
    LastAdministrator,

    /// <summary>Nobody hands out more than what they hold themselves.</summary>
    BeyondOwnRights,

    /// <summary>Roles that ship with the house are not edited.</summary>
    RoleBuiltIn,
}
