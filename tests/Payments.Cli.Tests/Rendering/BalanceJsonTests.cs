using System.Text.Json;
using static Payments.Cli.Rows;

namespace Payments.Cli;

public sealed class BalanceJsonTests
{
    [Fact]
    public async Task Document_HasExactlyTheDocumentedShape()
    {
        var run = new CommandRun
        {
            Time = new ManualTime(),
            OpenSession = new ScriptedSession()
                .With(ProviderTable.Cashfree, Row("payout", "INR", 200_000.10m, null, 99999m, "a \"note\""))
                .Failing(ProviderTable.Gateway, new Specwright.ApiException("No"))
                .Open,
        };

        Assert.Equal(ExitCode.SomeFailed, await run.ExecuteAsync("--json"));

        Assert.Equal(
            """
            {
              "mode": "sandbox",
              "takenAt": "2026-11-20T10:00:00.000Z",
              "providers": [
                {
                  "provider": "cashfree",
                  "status": "ok",
                  "reason": null,
                  "missing": [],
                  "accounts": [
                    {
                      "account": "payout",
                      "currency": "INR",
                      "available": "200000.10",
                      "held": null,
                      "total": "99999",
                      "asOf": "2026-11-20T10:00:00.000Z",
                      "note": "a \"note\""
                    }
                  ]
                },
                {
                  "provider": "gateway",
                  "status": "failed",
                  "reason": "No.",
                  "missing": [],
                  "accounts": []
                }
              ],
              "totals": [
                {
                  "currency": "INR",
                  "accounts": 1,
                  "available": "200000.10",
                  "availableStated": 1,
                  "held": null,
                  "heldStated": 0,
                  "total": "99999",
                  "totalStated": 1
                }
              ]
            }

            """,
            run.Output);
    }

    [Fact]
    public void TextOfOthers_IsEscapedWhereItMustBe()
    {
        var snapshot = new BalanceSnapshot(true, Time, [ProviderAnswer.Of("cashfree", [Row("a\u001b\n", "INR", 1m, null, null)])]);

        using var document = JsonDocument.Parse(BalanceJson.Write(snapshot, isIndented: false));

        Assert.Equal("a\u001b\n", document.RootElement.GetProperty("providers")[0].GetProperty("accounts")[0].GetProperty("account").GetString());
        Assert.DoesNotContain('\u001b', BalanceJson.Write(snapshot, isIndented: false));
    }
}
