using Specwright.Model;
using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares the credentials that the options hold.</summary>
internal sealed class CredentialComparison(ChangeList changes)
{
    public void Compare(ClientPlan old, ClientPlan @new)
    {
        var options = @new.Names.Options;
        var schemes = Matching<SecuritySchemePlan>.By(old.SecuritySchemes, @new.SecuritySchemes, scheme => scheme.WireName, scheme => scheme.Identifier);
        foreach (var scheme in schemes.Removed)
        {
            changes.Add(
                ChangeRules.CredentialRemoved,
                $"{options}.{scheme.Identifier}",
                PointerOf(changes.Old, scheme),
                null,
                $"The credential '{scheme.Identifier}' is gone; callers that set it must stop.");
        }

        foreach (var (before, after) in schemes.Pairs)
        {
            Compare($"{options}.{after.Identifier}", before, after);
        }

        foreach (var scheme in schemes.Added)
        {
            changes.Add(ChangeRules.CredentialAdded, $"{options}.{scheme.Identifier}", null, PointerOf(changes.New, scheme), $"The credential '{scheme.Identifier}' is new; callers may set it.");
        }
    }

    private void Compare(string member, SecuritySchemePlan old, SecuritySchemePlan @new)
    {
        var (oldPointer, newPointer) = (PointerOf(changes.Old, old), PointerOf(changes.New, @new));
        if (old.Identifier != @new.Identifier)
        {
            changes.Add(ChangeRules.CredentialRenamed, member, oldPointer, newPointer, $"The credential '{old.Identifier}' is called '{@new.Identifier}' now; callers must use the new name.");
        }

        if (FamilyOf(old.Kind) != FamilyOf(@new.Kind))
        {
            changes.Add(
                ChangeRules.CredentialKindChanged,
                member,
                oldPointer,
                newPointer,
                $"'{@new.Identifier}' was {FamilyOf(old.Kind)} and is {FamilyOf(@new.Kind)}; callers must set what is asked for now.");
        }
        else if (PlaceOf(old) != PlaceOf(@new))
        {
            changes.Add(
                ChangeRules.CredentialPlaceChanged,
                member,
                oldPointer,
                newPointer,
                $"'{@new.Identifier}' was sent as {PlaceOf(old)} and is sent as {PlaceOf(@new)}; callers' code stays, but programs must be built again.");
        }

        if ((old.TokenUrl, old.RefreshUrl, old.OpenIdConnectUrl) != (@new.TokenUrl, @new.RefreshUrl, @new.OpenIdConnectUrl))
        {
            changes.Add(
                ChangeRules.TokenEndpointChanged,
                member,
                oldPointer,
                newPointer,
                $"Access tokens of '{@new.Identifier}' come from {EndpointOf(@new)} instead of {EndpointOf(old)}; programs must be built again, and callers check what 'OAuth2Settings' names.");
        }

        Texts.Compare(changes, member, old.Documentation, @new.Documentation, oldPointer, newPointer);
    }

    private static string EndpointOf(SecuritySchemePlan scheme) => scheme.TokenUrl ?? scheme.OpenIdConnectUrl ?? scheme.RefreshUrl ?? "nowhere that the description names";

    private static string FamilyOf(SecuritySchemeKind kind) => kind switch
    {
        SecuritySchemeKind.Basic => "user name and password",
        SecuritySchemeKind.Bearer or SecuritySchemeKind.OAuth2 or SecuritySchemeKind.OpenIdConnect => "an access token",
        SecuritySchemeKind.ApiKeyHeader or SecuritySchemeKind.ApiKeyQuery or SecuritySchemeKind.ApiKeyCookie => "a key",
        SecuritySchemeKind.MutualTls => "a client certificate",
        _ => "what follows an HTTP scheme",
    };

    private static string PlaceOf(SecuritySchemePlan scheme) => scheme.Kind switch
    {
        SecuritySchemeKind.ApiKeyHeader => $"header field '{scheme.ParameterName}'",
        SecuritySchemeKind.ApiKeyQuery => $"query parameter '{scheme.ParameterName}'",
        SecuritySchemeKind.ApiKeyCookie => $"cookie '{scheme.ParameterName}'",
        SecuritySchemeKind.Http => $"'{scheme.HttpScheme}' in the field Authorization",
        _ => "the field Authorization",
    };

    private static string PointerOf(ComparedClient client, SecuritySchemePlan scheme) =>
        client.Description.SecuritySchemes.FirstOrDefault(candidate => candidate.WireName == scheme.WireName)?.Pointer ?? "#";
}
