import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Table } from "~/components/ui/table";
import type { SigningPage, SigningRow } from "~/domain/roadshows/day/signing-view";
import { formatFen } from "~/domain/shared/money";

export function useSigningText() {
  const { t, i18n } = useTranslation("stage");
  return {
    amount: (fen: string | null) =>
      fen === null ? t("signing.amountNone") : formatFen(BigInt(fen), i18n.language),
    status(row: SigningRow): { tone: "success" | "warning" | "neutral"; text: string } {
      if (row.isWithdrawn) return { tone: "neutral", text: t("signing.withdrawn") };
      if (row.isConfirmed) return { tone: "success", text: t("signing.confirmed") };
      if (!row.supplyConfirmedAt && !row.demandConfirmedAt) {
        return { tone: "warning", text: t("signing.waitingBoth") };
      }
      const text = row.supplyConfirmedAt ? t("signing.waitingDemand") : t("signing.waitingSupply");
      return { tone: "warning", text };
    },
  };
}

/** The list of what was signed on the spot, for the screen and for paper. */
export function SigningTable({ page }: { page: SigningPage }) {
  const { t } = useTranslation("stage");
  const text = useSigningText();
  return (
    <Table
      caption={t("signing.title")}
      rows={page.rows}
      rowKey={(row) => row.id}
      empty={t("signing.none")}
      columns={[
        {
          key: "title",
          header: t("signing.name"),
          rowHeader: true,
          cell: (row) => (
            <>
              {row.title}
              {row.projectNumber !== null && (
                <span className="block text-sm font-normal text-muted">
                  {t("project", { number: row.projectNumber })}
                </span>
              )}
            </>
          ),
        },
        { key: "kind", header: t("signing.kind"), cell: (row) => t(`signing.kinds.${row.kind}`) },
        { key: "supply", header: t("signing.supply"), cell: (row) => row.supply },
        { key: "demand", header: t("signing.demand"), cell: (row) => row.demand },
        {
          key: "amount",
          header: t("signing.amount"),
          align: "end",
          cell: (row) => text.amount(row.amountFen),
        },
        {
          key: "status",
          header: t("signing.status"),
          cell: (row) => {
            const status = text.status(row);
            return (
              <div className="space-y-2">
                <Badge tone={status.tone}>{status.text}</Badge>
                {page.mayWrite && !row.isConfirmed && !row.isWithdrawn && (
                  <Form method="post" className="no-print">
                    <input type="hidden" name="signingId" value={row.id} />
                    <SubmitButton
                      intent="withdraw"
                      size="sm"
                      variant="quiet"
                      aria-label={`${t("signing.withdraw")} ${row.title}`}
                    >
                      {t("signing.withdraw")}
                    </SubmitButton>
                  </Form>
                )}
              </div>
            );
          },
        },
      ]}
    />
  );
}
