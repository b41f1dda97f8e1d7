using System.Globalization;

namespace Payments.Sandbox;

/// <summary>Times as the account API prints them: ISO 8601 with milliseconds and the offset of the guide's sample, New York in summer.</summary>
internal static class AccountTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-4);

    public static string Text(DateTimeOffset time) => Local(time).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary>The calendar day that date filters compare with.</summary>
    public static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(Local(time).DateTime);

    private static DateTimeOffset Local(DateTimeOffset time) => time.ToOffset(Offset);
}
