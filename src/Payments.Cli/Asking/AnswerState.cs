namespace Payments.Cli;

internal enum AnswerState
{
    /// <summary>Asked and answered; there may be no account.</summary>
    Answered,

    /// <summary>Asked, or half configured, without a usable answer.</summary>
    Failed,

    /// <summary>Not asked: none of its settings is set.</summary>
    NotConfigured,

    /// <summary>Not asked: cannot be reached from this machine at all.</summary>
    NotAvailable,
}
