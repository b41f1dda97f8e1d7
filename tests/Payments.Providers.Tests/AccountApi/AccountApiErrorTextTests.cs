using Payments.AccountApi;

namespace Payments.Tests.AccountApi;

public sealed class AccountApiErrorTextTests
{
    [Theory]
    [InlineData("body[Address]: Mandatory Fields are Missing.", "body", "Address", "Mandatory Fields are Missing.")]
    [InlineData("header['authorization']: 'missing authorization header'", "header", "authorization", "'missing authorization header'")]
    [InlineData("Something [odd] happened", null, null, "Something [odd] happened")]
    [InlineData("no such account", null, null, "no such account")]
    [InlineData("", null, null, "")]
    public void ATextIsSplitWhereItHasTheForm(string raw, string? place, string? field, string message)
        => Assert.Equal(new AccountApiErrorText(raw, place, field, message), AccountApiErrorText.Parse(raw));
}
