using static Specwright.Tool.Comparison.Rules.ChangeImpact;
using static Specwright.Tool.Comparison.Rules.ChangeSeverity;

namespace Specwright.Tool.Comparison.Rules;

/// <summary>Every rule. <c>docs/diff.md</c> shows them as a table; a test compares the two.</summary>
internal static class ChangeRules
{
    // Clients

    public static readonly ChangeRule ClientAdded = new(
        "client-added", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A description that the old side lacks.", "Nothing.");

    public static readonly ChangeRule ClientRemoved = new(
        "client-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A description that the new side lacks.", "Remove what uses the client.");

    public static readonly ChangeRule ClientRenamed = new(
        "client-renamed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The client's name: class, interface, options, registration.", "Use the new names.");

    public static readonly ChangeRule NamespaceChanged = new(
        "namespace-changed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The C# namespace of everything.", "Change their using directives.");

    public static readonly ChangeRule AccessibilityReduced = new(
        "accessibility-reduced", ChangeReach.CSharp, Source | Binary, Cosmetic, "From public to internal.", "Other projects lose the client.");

    public static readonly ChangeRule AccessibilityWidened = new(
        "accessibility-widened", ChangeReach.CSharp, ChangeImpact.None, Additive, "From internal to public.", "Nothing.");

    public static readonly ChangeRule RecordsOrClassesChanged = new(
        "records-or-classes-changed", ChangeReach.CSharp, Source | Behavior | Binary, Cosmetic, "Records have become classes, or classes records.", "Copy with `with` or set properties, as it is now; compare members themselves where types are classes.");

    // Addresses and credentials

    public static readonly ChangeRule ServerAdded = new(
        "server-added", ChangeReach.CSharp, ChangeImpact.None, Additive, "A server under `Servers`.", "Nothing.");

    public static readonly ChangeRule ServerRemoved = new(
        "server-removed", ChangeReach.CSharp, Source | Binary, Cosmetic, "A server under `Servers`.", "Set another address.");

    public static readonly ChangeRule ServerRenamed = new(
        "server-renamed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The C# name of a server.", "Use the new name.");

    public static readonly ChangeRule ServerAddressChanged = new(
        "server-address-changed", ChangeReach.Wire, Deployed, Cosmetic, "The address behind a name under `Servers`.", "Nothing in code: calls go to the new address.");

    public static readonly ChangeRule ServerVariablesChanged = new(
        "server-variables-changed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The variables of a server: the parameters of its method.", "Pass the new arguments.");

    public static readonly ChangeRule ServerVariableValuesReduced = new(
        "server-variable-values-reduced", ChangeReach.Wire, Behavior, Cosmetic, "Values that a variable of a server may have.", "Pass one of the values that are left: others are refused.");

    public static readonly ChangeRule ServerVariableValuesAdded = new(
        "server-variable-values-added", ChangeReach.Wire, ChangeImpact.None, Additive, "More values that a variable of a server may have.", "Nothing.");

    public static readonly ChangeRule DefaultServerAdded = new(
        "default-server-added", ChangeReach.Wire, ChangeImpact.None, Additive, "The base address is set unless callers set it.", "Nothing.");

    public static readonly ChangeRule DefaultServerRemoved = new(
        "default-server-removed", ChangeReach.Wire, Behavior, Cosmetic, "The base address is no longer set.", "Set `BaseAddress`: calls are refused without it.");

    public static readonly ChangeRule DefaultServerChanged = new(
        "default-server-changed", ChangeReach.Wire, Deployed, Cosmetic, "The base address unless callers set it.", "Nothing in code: calls go to the new address.");

    public static readonly ChangeRule ServerOptionAdded = new(
        "server-option-added", ChangeReach.CSharp, ChangeImpact.None, Additive, "An option for the address of operations with a server of their own.", "See operation-server-changed.");

    public static readonly ChangeRule ServerOptionRemoved = new(
        "server-option-removed", ChangeReach.CSharp, Source | Binary, Cosmetic, "Such an option.", "Remove what sets it.");

    public static readonly ChangeRule ServerOptionAddressChanged = new(
        "server-option-address-changed", ChangeReach.Wire, Deployed, Cosmetic, "The address that such an option has unless set.", "Nothing in code.");

    public static readonly ChangeRule OperationServerChanged = new(
        "operation-server-changed", ChangeReach.Wire, Deployed, Cosmetic, "Which address an operation goes to: the base address or an option.", "Set the option where the base address is not the described one.");

    public static readonly ChangeRule CredentialAdded = new(
        "credential-added", ChangeReach.CSharp, ChangeImpact.None, Additive, "An option for a credential.", "See security-required.");

    public static readonly ChangeRule CredentialRemoved = new(
        "credential-removed", ChangeReach.CSharp, Source | Binary, Cosmetic, "An option for a credential.", "Remove what sets it.");

    public static readonly ChangeRule CredentialRenamed = new(
        "credential-renamed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The C# name of a credential.", "Use the new name.");

    public static readonly ChangeRule CredentialKindChanged = new(
        "credential-kind-changed", ChangeReach.Wire, Behavior | Deployed, Cosmetic, "What a credential is: key, user name and password, token.", "Set the other kind.");

    public static readonly ChangeRule CredentialPlaceChanged = new(
        "credential-place-changed", ChangeReach.Wire, Deployed, Cosmetic, "The field, parameter or HTTP scheme of a credential.", "Nothing in code.");

    public static readonly ChangeRule TokenEndpointChanged = new(
        "token-endpoint-changed", ChangeReach.Wire, Deployed, Cosmetic, "Where access tokens come from.", "Nothing in code, unless `OAuth2Settings` names the old one.");

    public static readonly ChangeRule SecurityRequired = new(
        "security-required", ChangeReach.Wire, Behavior, Cosmetic, "An operation that could be called without credentials.", "Set one of the credentials.");

    public static readonly ChangeRule SecurityAlternativeRemoved = new(
        "security-alternative-removed", ChangeReach.Wire, Behavior, Cosmetic, "One of the ways to be admitted.", "Set the credentials of another way.");

    public static readonly ChangeRule SecurityAlternativeAdded = new(
        "security-alternative-added", ChangeReach.Wire, ChangeImpact.None, Additive, "One more way to be admitted, or none needed any more.", "Nothing.");

    public static readonly ChangeRule SecurityScopesAdded = new(
        "security-scopes-added", ChangeReach.Wire, Behavior, Cosmetic, "Scopes that the access token must have.", "Bring tokens with these scopes; exchanged ones ask for them by themselves.");

    public static readonly ChangeRule SecurityScopesRemoved = new(
        "security-scopes-removed", ChangeReach.Wire, ChangeImpact.None, Additive, "Scopes that are no longer needed.", "Nothing.");

    // Operations

    public static readonly ChangeRule OperationAdded = new(
        "operation-added", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "An operation.", "Nothing. (Own implementations of the interface must add it.)");

    public static readonly ChangeRule OperationRemoved = new(
        "operation-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary | Deployed, Cosmetic, "An operation.", "Stop calling it.");

    public static readonly ChangeRule OperationRenamed = new(
        "operation-renamed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The C# name of an operation: its id, or how it is made.", "Call the new name.");

    public static readonly ChangeRule OperationMoved = new(
        "operation-moved", ChangeReach.CSharp, Source | Binary, Cosmetic, "The client or sub-client that an operation stands in: its tags, or whether there are sub-clients.", "Call it there.");

    public static readonly ChangeRule OperationMethodChanged = new(
        "operation-method-changed", ChangeReach.Wire, Deployed, Cosmetic, "The HTTP method.", "Nothing in code.");

    public static readonly ChangeRule OperationPathChanged = new(
        "operation-path-changed", ChangeReach.Wire, Deployed, Cosmetic, "The path.", "Nothing in code.");

    public static readonly ChangeRule ParameterAddedRequired = new(
        "parameter-added-required", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary | Deployed, Cosmetic, "A required parameter or body.", "Pass it.");

    public static readonly ChangeRule ParameterAddedOptional = new(
        "parameter-added-optional", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "An optional parameter or body.", "Name the arguments behind it, `cancellationToken` too, where they are passed by position. With `--named-arguments`: rebuild.");

    public static readonly ChangeRule ParameterRemoved = new(
        "parameter-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A parameter or body.", "Stop passing it.");

    public static readonly ChangeRule ParameterRenamed = new(
        "parameter-renamed", ChangeReach.CSharp, Source, Cosmetic, "The C# name of a parameter.", "Use the new name where arguments are named.");

    public static readonly ChangeRule ParametersReordered = new(
        "parameters-reordered", ChangeReach.CSharp, Source | Binary, Cosmetic, "The order of parameters, such as by one that is no longer required.", "Name the arguments or put them into the new order: with equal types the compiler sees nothing. With `--named-arguments`: rebuild.");

    public static readonly ChangeRule ParameterTypeChanged = new(
        "parameter-type-changed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary | Deployed, Cosmetic, "The C# type of a parameter or body.", "Pass the new type.");

    public static readonly ChangeRule ParameterRequired = new(
        "parameter-required", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary | Deployed, Cosmetic, "An optional parameter or body is required.", "Pass it.");

    public static readonly ChangeRule ParameterOptional = new(
        "parameter-optional", ChangeReach.CSharp | ChangeReach.Wire, Binary, Cosmetic, "A required parameter or body is optional.", "Nothing in code.");

    public static readonly ChangeRule ParameterNullRefused = new(
        "parameter-null-refused", ChangeReach.CSharp | ChangeReach.Wire, Source, Cosmetic, "A required body that could be null.", "Pass a value.");

    public static readonly ChangeRule ParameterNullAllowed = new(
        "parameter-null-allowed", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A required body may be null.", "Nothing.");

    public static readonly ChangeRule ParameterWireNameChanged = new(
        "parameter-wire-name-changed", ChangeReach.Wire, Deployed, Cosmetic, "The name of a parameter in the request, with the same C# name.", "Nothing in code.");

    public static readonly ChangeRule ParameterPlaceChanged = new(
        "parameter-place-changed", ChangeReach.Wire, Deployed, Cosmetic, "Path, query, header field or cookie.", "Nothing in code.");

    public static readonly ChangeRule ParameterStyleChanged = new(
        "parameter-style-changed", ChangeReach.Wire, Deployed, Cosmetic, "How a parameter is written: style, explode, allowReserved, content.", "Nothing in code.");

    public static readonly ChangeRule ParameterFormatChanged = new(
        "parameter-format-changed", ChangeReach.Wire, Deployed, Cosmetic, "The text of a value, with the same C# type.", "Nothing in code.");

    public static readonly ChangeRule ParameterDefaultChanged = new(
        "parameter-default-changed", ChangeReach.Wire, Behavior, Cosmetic, "What the server takes where an optional parameter is left out.", "Pass the value where the old one was relied on.");

    public static readonly ChangeRule IdempotencyKeyChanged = new(
        "idempotency-key-changed", ChangeReach.Wire, Deployed, Cosmetic, "Whether a parameter is made by the runtime where callers pass none.", "Pass a value where none is made any more.");

    public static readonly ChangeRule BodyMediaTypeChanged = new(
        "body-media-type-changed", ChangeReach.Wire, Deployed, Cosmetic, "The media type of a body, with the same C# type.", "Nothing in code.");

    public static readonly ChangeRule BodyEncodingChanged = new(
        "body-encoding-changed", ChangeReach.Wire, Deployed, Cosmetic, "How the members of a form, of parts or of XML stand in the body.", "Nothing in code.");

    public static readonly ChangeRule ResultAdded = new(
        "result-added", ChangeReach.CSharp | ChangeReach.Wire, Binary, Cosmetic, "An operation gives a body that gave none.", "Nothing in code.");

    public static readonly ChangeRule ResultRemoved = new(
        "result-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary | Deployed, Cosmetic, "An operation gives no body any more.", "Stop reading it.");

    public static readonly ChangeRule ResultTypeChanged = new(
        "result-type-changed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary | Deployed, Cosmetic, "The type of a result, or whether it is read whole, open or item by item.", "Read the new type.");

    public static readonly ChangeRule ResultNullable = new(
        "result-nullable", ChangeReach.CSharp | ChangeReach.Wire, Source, Cosmetic, "A result may be null.", "Handle null.");

    public static readonly ChangeRule ResultNotNull = new(
        "result-not-null", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A result of a value type is never null.", "Remove `.Value`, `.HasValue` and `??`.");

    public static readonly ChangeRule ResultAlwaysPresent = new(
        "result-always-present", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A result is never null.", "Nothing.");

    public static readonly ChangeRule ResultFormatChanged = new(
        "result-format-changed", ChangeReach.Wire, Deployed, Cosmetic, "The text of a result's values, with the same C# type.", "Nothing in code.");

    public static readonly ChangeRule ResultCaseAdded = new(
        "result-case-added", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary | Deployed, Cosmetic, "A type that a result of several types may have.", "Pass a function for it to `Switch`.");

    public static readonly ChangeRule ResultCaseRemoved = new(
        "result-case-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A type of such a result.", "Remove it from `Switch` and `TryGet`.");

    public static readonly ChangeRule ResultCaseChanged = new(
        "result-case-changed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "Name or order of the types of such a result.", "Use the new names and order in `Switch` and `TryGet`.");

    public static readonly ChangeRule AnswerMediaTypeChanged = new(
        "answer-media-type-changed", ChangeReach.Wire, Deployed, Cosmetic, "The media type that is asked for.", "Nothing in code.");

    public static readonly ChangeRule SuccessStatusAdded = new(
        "success-status-added", ChangeReach.Wire, ChangeImpact.None, Additive, "A status that counts as success.", "Nothing.");

    public static readonly ChangeRule SuccessStatusRemoved = new(
        "success-status-removed", ChangeReach.Wire, Deployed, Cosmetic, "A status that no longer counts as success.", "Nothing in code: such an answer is an ApiException.");

    public static readonly ChangeRule ErrorTypeAdded = new(
        "error-type-added", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A refusal has a typed body.", "Nothing: an ApiException of that type is an ApiException.");

    public static readonly ChangeRule ErrorTypeRemoved = new(
        "error-type-removed", ChangeReach.CSharp | ChangeReach.Wire, Behavior, Cosmetic, "A refusal has no typed body any more.", "Catch ApiException: what they catch is no longer thrown.");

    public static readonly ChangeRule ErrorTypeChanged = new(
        "error-type-changed", ChangeReach.CSharp | ChangeReach.Wire, Behavior, Cosmetic, "The type of a refusal's body.", "Catch ApiException of the new type too.");

    public static readonly ChangeRule ResponseHeaderAdded = new(
        "response-header-added", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A declared header field of an answer.", "Nothing.");

    public static readonly ChangeRule ResponseHeadersAdded = new(
        "response-headers-added", ChangeReach.CSharp | ChangeReach.Wire, Binary, Cosmetic, "An operation has declared header fields that had none.", "Nothing in code.");

    public static readonly ChangeRule ResponseHeaderRemoved = new(
        "response-header-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A declared header field of an answer.", "Stop reading it.");

    public static readonly ChangeRule ResponseHeaderRenamed = new(
        "response-header-renamed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The C# name of a header field.", "Use the new name.");

    public static readonly ChangeRule ResponseHeaderWireNameChanged = new(
        "response-header-wire-name-changed", ChangeReach.Wire, Deployed, Cosmetic, "The name of a header field in the answer.", "Nothing in code.");

    public static readonly ChangeRule ResponseHeaderTypeChanged = new(
        "response-header-type-changed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "The C# type of a header field.", "Read the new type.");

    public static readonly ChangeRule PagingAdded = new(
        "paging-added", ChangeReach.CSharp, ChangeImpact.None, Additive, "Methods that follow pages.", "Nothing.");

    public static readonly ChangeRule PagingRemoved = new(
        "paging-removed", ChangeReach.CSharp, Source | Binary, Cosmetic, "Methods that follow pages.", "Follow the pages themselves.");

    public static readonly ChangeRule PagingItemTypeChanged = new(
        "paging-item-type-changed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "The type of a page's items.", "Read the new type.");

    public static readonly ChangeRule PagingChanged = new(
        "paging-changed", ChangeReach.Wire, Deployed, Cosmetic, "How pages follow each other.", "Nothing in code.");

    // Types

    public static readonly ChangeRule TypeAdded = new(
        "type-added", ChangeReach.CSharp, ChangeImpact.None, Additive, "A type.", "Nothing.");

    public static readonly ChangeRule TypeRemoved = new(
        "type-removed", ChangeReach.CSharp, Source | Binary, Cosmetic, "A type.", "Stop using it.");

    public static readonly ChangeRule TypeRenamed = new(
        "type-renamed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The C# name of a type.", "Use the new name.");

    public static readonly ChangeRule TypeKindChanged = new(
        "type-kind-changed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A record, an enumeration or a union has become another of these.", "Use it as what it is.");

    public static readonly ChangeRule PropertyAdded = new(
        "property-added", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A property that need not be set.", "Nothing.");

    public static readonly ChangeRule PropertyAddedRequired = new(
        "property-added-required", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary | Deployed, Cosmetic, "A required property of a type that callers make.", "Set it.");

    public static readonly ChangeRule PropertyRemoved = new(
        "property-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A property.", "Stop using it.");

    public static readonly ChangeRule PropertyRenamed = new(
        "property-renamed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The C# name of a property.", "Use the new name.");

    public static readonly ChangeRule PropertyWireNameChanged = new(
        "property-wire-name-changed", ChangeReach.Wire, Deployed, Cosmetic, "The name of a member in JSON, with the same C# name.", "Nothing in code.");

    public static readonly ChangeRule PropertyTypeChanged = new(
        "property-type-changed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary | Deployed, Cosmetic, "The C# type of a property.", "Use the new type.");

    public static readonly ChangeRule PropertyFormatChanged = new(
        "property-format-changed", ChangeReach.Wire, Deployed, Cosmetic, "The text of a value, with the same C# type.", "Nothing in code.");

    public static readonly ChangeRule RequestPropertyRequired = new(
        "request-property-required", ChangeReach.CSharp | ChangeReach.Wire, Source | Deployed, Cosmetic, "An optional property of a type that callers make is required.", "Set it.");

    public static readonly ChangeRule RequestPropertyOptional = new(
        "request-property-optional", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A required property of a type that callers make is optional. Rebuild for value types.", "Nothing.");

    public static readonly ChangeRule RequestPropertyNullRefused = new(
        "request-property-null-refused", ChangeReach.CSharp | ChangeReach.Wire, Source, Cosmetic, "A required property that could be null.", "Set a value.");

    public static readonly ChangeRule RequestPropertyNullAllowed = new(
        "request-property-null-allowed", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A required property may be null. Rebuild for value types.", "Nothing.");

    public static readonly ChangeRule RequestPropertyNullSent = new(
        "request-property-null-sent", ChangeReach.Wire, Behavior, Cosmetic, "An optional property may be null: what is assigned is sent.", "Leave the property unset where null was assigned to leave it out.");

    public static readonly ChangeRule RequestPropertyNullNotSent = new(
        "request-property-null-not-sent", ChangeReach.Wire, Behavior, Cosmetic, "An optional property may no longer be null: null is left out.", "Find another way to clear the value.");

    public static readonly ChangeRule RequestPropertyDefaultChanged = new(
        "request-property-default-changed", ChangeReach.Wire, Behavior, Cosmetic, "What the server takes where an optional property is left out.", "Set the value where the old one was relied on.");

    public static readonly ChangeRule ResponsePropertyOptional = new(
        "response-property-optional", ChangeReach.CSharp | ChangeReach.Wire, Source, Cosmetic, "A property that answers always had may be missing.", "Handle null.");

    public static readonly ChangeRule ResponsePropertyNullable = new(
        "response-property-nullable", ChangeReach.CSharp | ChangeReach.Wire, Source, Cosmetic, "A property of an answer may be null.", "Handle null.");

    public static readonly ChangeRule ResponsePropertyNotNull = new(
        "response-property-not-null", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A property of a value type is always there in answers and no longer nullable.", "Remove `.Value`, `.HasValue` and `??`.");

    public static readonly ChangeRule ResponsePropertyAlwaysPresent = new(
        "response-property-always-present", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A property is always there in answers.", "Nothing.");

    public static readonly ChangeRule DefaultChanged = new(
        "default-changed", ChangeReach.Wire, ChangeImpact.None, Cosmetic, "Another default that callers do not depend on: of an answer, or given for the first time.", "Nothing.");

    public static readonly ChangeRule PropertySecrecyChanged = new(
        "property-secrecy-changed", ChangeReach.CSharp, ChangeImpact.None, Cosmetic, "Whether a value is left out of `ToString()`.", "Nothing.");

    public static readonly ChangeRule ExtraMembersAdded = new(
        "extra-members-added", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A dictionary for members that the description does not name.", "Nothing.");

    public static readonly ChangeRule ExtraMembersRemoved = new(
        "extra-members-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "Such a dictionary.", "Stop using it.");

    public static readonly ChangeRule ExtraMembersTypeChanged = new(
        "extra-members-type-changed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "The type of such members.", "Use the new type.");

    public static readonly ChangeRule RecordBaseChanged = new(
        "record-base-changed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The record that a record derives from.", "Stop using it as its old base.");

    public static readonly ChangeRule DerivedRecordAdded = new(
        "derived-record-added", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A kind of a base record: before, such values were read as the base.", "Nothing; patterns over all kinds miss it.");

    public static readonly ChangeRule DerivedRecordRemoved = new(
        "derived-record-removed", ChangeReach.CSharp | ChangeReach.Wire, Behavior, Cosmetic, "A kind of a base record is no kind of it any more.", "Stop expecting it.");

    public static readonly ChangeRule DiscriminatorChanged = new(
        "discriminator-changed", ChangeReach.Wire, Deployed, Cosmetic, "The member or the values that tell kinds or cases apart.", "Nothing in code.");

    public static readonly ChangeRule EnumMemberAdded = new(
        "enum-member-added", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A member of an open enumeration: unknown values were kept before, too.", "Nothing; a `switch` over the members misses it.");

    public static readonly ChangeRule EnumMemberRemoved = new(
        "enum-member-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A member of an enumeration.", "Stop using it; `new(…)` sends any text.");

    public static readonly ChangeRule EnumMemberRenamed = new(
        "enum-member-renamed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The C# name of a member.", "Use the new name.");

    public static readonly ChangeRule EnumMemberValueChanged = new(
        "enum-member-value-changed", ChangeReach.Wire, Deployed, Cosmetic, "The value of a member on the wire, with the same C# name.", "Nothing in code.");

    public static readonly ChangeRule EnumNumberChanged = new(
        "enum-number-changed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "The number behind an enumeration: `int` or `long`.", "Use the new type.");

    public static readonly ChangeRule UnionCaseAdded = new(
        "union-case-added", ChangeReach.CSharp | ChangeReach.Wire, Binary, Cosmetic, "A type that a value may have, of a union that callers only make.", "Nothing in code.");

    public static readonly ChangeRule ResponseUnionCaseAdded = new(
        "response-union-case-added", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary | Deployed, Cosmetic, "A type that a value in an answer may have.", "Pass a function for it to `Switch`.");

    public static readonly ChangeRule UnionCaseRemoved = new(
        "union-case-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A type that a value may have.", "Remove it from `Switch`, `TryGet` and conversions.");

    public static readonly ChangeRule UnionCaseRenamed = new(
        "union-case-renamed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The name of a case.", "Use the new name in `TryGet` and `Switch`.");

    public static readonly ChangeRule UnionCasesReordered = new(
        "union-cases-reordered", ChangeReach.CSharp, Source | Binary, Cosmetic, "The order of the cases.", "Name the functions of `Switch` or put them into the new order.");

    // Webhooks and callbacks

    public static readonly ChangeRule WebhookAdded = new(
        "webhook-added", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A webhook or callback, where `Switch` did not list them.", "Nothing.");

    public static readonly ChangeRule WebhookCaseAdded = new(
        "webhook-case-added", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A webhook, where `Switch` lists them.", "Pass a function for it to `Switch`.");

    public static readonly ChangeRule WebhookRemoved = new(
        "webhook-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "A webhook or callback.", "Stop reading it.");

    public static readonly ChangeRule WebhookRenamed = new(
        "webhook-renamed", ChangeReach.CSharp, Source | Binary, Cosmetic, "The C# name of a webhook.", "Use the new name.");

    public static readonly ChangeRule WebhookWireNameChanged = new(
        "webhook-wire-name-changed", ChangeReach.Wire, Deployed, Cosmetic, "The name of a webhook, with the same C# name.", "Nothing in code.");

    public static readonly ChangeRule WebhookPayloadChanged = new(
        "webhook-payload-changed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary | Deployed, Cosmetic, "The type of a webhook's body, or whether it has one.", "Read the new type.");

    public static readonly ChangeRule WebhookPayloadNullable = new(
        "webhook-payload-nullable", ChangeReach.CSharp | ChangeReach.Wire, Source, Cosmetic, "A webhook's body may be null.", "Handle null.");

    public static readonly ChangeRule WebhookPayloadNotNull = new(
        "webhook-payload-not-null", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A webhook's body is never null. Breaking for value types.", "Nothing, or remove `.Value`, `.HasValue` and `??`.");

    public static readonly ChangeRule WebhookParameterAdded = new(
        "webhook-parameter-added", ChangeReach.CSharp | ChangeReach.Wire, ChangeImpact.None, Additive, "A declared header field or parameter of a webhook.", "Nothing.");

    public static readonly ChangeRule WebhookParameterRemoved = new(
        "webhook-parameter-removed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "Such a field.", "Stop reading it.");

    public static readonly ChangeRule WebhookParameterChanged = new(
        "webhook-parameter-changed", ChangeReach.CSharp | ChangeReach.Wire, Source | Binary, Cosmetic, "Name or type of such a field.", "Use the new name and type.");

    public static readonly ChangeRule WebhookAnswerChanged = new(
        "webhook-answer-changed", ChangeReach.Wire, ChangeImpact.None, Cosmetic, "How a webhook may be answered.", "Nothing in code: the application answers.");

    public static readonly ChangeRule WebhooksReordered = new(
        "webhooks-reordered", ChangeReach.CSharp, Source | Binary, Cosmetic, "The order of the webhooks in `Switch`.", "Name the functions or put them into the new order.");

    // Texts and places

    public static readonly ChangeRule Deprecated = new(
        "deprecated", ChangeReach.CSharp, ChangeImpact.None, Additive, "A member is marked as obsolete.", "Nothing yet: the compiler warns (CS0618).");

    public static readonly ChangeRule NoLongerDeprecated = new(
        "no-longer-deprecated", ChangeReach.CSharp, ChangeImpact.None, Cosmetic, "A member is no longer obsolete.", "Nothing.");

    public static readonly ChangeRule DocumentationChanged = new(
        "documentation-changed", ChangeReach.None, ChangeImpact.None, Cosmetic, "Summary, remarks or the texts of parameters and answers.", "Nothing.");

    public static readonly ChangeRule OrderChanged = new(
        "order-changed", ChangeReach.None, ChangeImpact.None, Cosmetic, "The order of operations, properties or members.", "Nothing.");

    public static readonly ChangeRule SourceMoved = new(
        "source-moved", ChangeReach.None, ChangeImpact.None, Cosmetic, "Where a type stands in the description.", "Nothing.");

    public static readonly ChangeRule XmlChanged = new(
        "xml-changed", ChangeReach.Wire, Deployed, Cosmetic, "How a record stands in XML.", "Nothing in code.");

    public static readonly ChangeRule UnnamedChange = new(
        "unnamed-change", ChangeReach.CSharp | ChangeReach.Wire, Binary, Cosmetic, "The clients differ in a way that no rule above names.", "Read the diff of the generated code.");

    public static readonly ChangeRule DescriptionChanged = new(
        "description-changed", ChangeReach.None, ChangeImpact.None, Cosmetic, "The description says something else where the client does not depend on it.", "Nothing.");

    /// <summary>In the order above.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        ClientAdded, ClientRemoved, ClientRenamed, NamespaceChanged, AccessibilityReduced, AccessibilityWidened, RecordsOrClassesChanged, ServerAdded, ServerRemoved,
        ServerRenamed, ServerAddressChanged, ServerVariablesChanged, ServerVariableValuesReduced, ServerVariableValuesAdded, DefaultServerAdded, DefaultServerRemoved, DefaultServerChanged,
        ServerOptionAdded, ServerOptionRemoved, ServerOptionAddressChanged, OperationServerChanged, CredentialAdded, CredentialRemoved,
        CredentialRenamed, CredentialKindChanged, CredentialPlaceChanged, TokenEndpointChanged, SecurityRequired, SecurityAlternativeRemoved,
        SecurityAlternativeAdded, SecurityScopesAdded, SecurityScopesRemoved, OperationAdded, OperationRemoved, OperationRenamed, OperationMoved,
        OperationMethodChanged, OperationPathChanged, ParameterAddedRequired, ParameterAddedOptional, ParameterRemoved, ParameterRenamed,
        ParametersReordered, ParameterTypeChanged, ParameterRequired, ParameterOptional, ParameterNullRefused, ParameterNullAllowed,
        ParameterWireNameChanged, ParameterPlaceChanged, ParameterStyleChanged, ParameterFormatChanged, ParameterDefaultChanged,
        IdempotencyKeyChanged, BodyMediaTypeChanged, BodyEncodingChanged, ResultAdded, ResultRemoved, ResultTypeChanged, ResultNullable,
        ResultNotNull, ResultAlwaysPresent, ResultFormatChanged, ResultCaseAdded, ResultCaseRemoved, ResultCaseChanged, AnswerMediaTypeChanged,
        SuccessStatusAdded, SuccessStatusRemoved, ErrorTypeAdded, ErrorTypeRemoved, ErrorTypeChanged, ResponseHeaderAdded, ResponseHeadersAdded,
        ResponseHeaderRemoved, ResponseHeaderRenamed, ResponseHeaderWireNameChanged, ResponseHeaderTypeChanged, PagingAdded, PagingRemoved,
        PagingItemTypeChanged, PagingChanged, TypeAdded, TypeRemoved, TypeRenamed, TypeKindChanged, PropertyAdded, PropertyAddedRequired,
        PropertyRemoved, PropertyRenamed, PropertyWireNameChanged, PropertyTypeChanged, PropertyFormatChanged, RequestPropertyRequired,
        RequestPropertyOptional, RequestPropertyNullRefused, RequestPropertyNullAllowed, RequestPropertyNullSent, RequestPropertyNullNotSent,
        RequestPropertyDefaultChanged, ResponsePropertyOptional, ResponsePropertyNullable, ResponsePropertyNotNull, ResponsePropertyAlwaysPresent,
        DefaultChanged, PropertySecrecyChanged, ExtraMembersAdded, ExtraMembersRemoved, ExtraMembersTypeChanged, RecordBaseChanged,
        DerivedRecordAdded, DerivedRecordRemoved, DiscriminatorChanged, EnumMemberAdded, EnumMemberRemoved, EnumMemberRenamed, EnumMemberValueChanged,
        EnumNumberChanged, UnionCaseAdded, ResponseUnionCaseAdded, UnionCaseRemoved, UnionCaseRenamed, UnionCasesReordered, WebhookAdded,
        WebhookCaseAdded, WebhookRemoved, WebhookRenamed, WebhookWireNameChanged, WebhookPayloadChanged, WebhookPayloadNullable, WebhookPayloadNotNull,
        WebhookParameterAdded, WebhookParameterRemoved, WebhookParameterChanged, WebhookAnswerChanged, WebhooksReordered, Deprecated,
        NoLongerDeprecated, DocumentationChanged, OrderChanged, SourceMoved, XmlChanged, UnnamedChange, DescriptionChanged,
    ];
}
