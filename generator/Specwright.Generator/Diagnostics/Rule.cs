namespace Specwright.Diagnostics;

/// <summary>How much a finding matters: <c>Error</c>, this client cannot be generated; <c>Warning</c>, something was left out or weakened; <c>Info</c>, a choice worth knowing.</summary>
internal enum RuleSeverity
{
    Info,
    Warning,
    Error,
}

/// <summary>One thing that can be odd about a description. Free of the compiler, so that the command-line tool shows the same rules.</summary>
/// <param name="Id"><c>SPEC</c> and four digits: 00xx set-up, 01xx reading, 02xx not supported, 03xx naming. Never reused.</param>
/// <param name="Severity">The default severity.</param>
/// <param name="Title">A few words.</param>
/// <param name="MessageFormat">What is wrong, what was done instead and what to change; <c>{0}</c>… stand for a finding's arguments.</param>
internal sealed record Rule(string Id, RuleSeverity Severity, string Title, string MessageFormat);
