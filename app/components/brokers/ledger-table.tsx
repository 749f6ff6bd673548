import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Dialog } from "~/components/ui/dialog";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import type { LedgerLine } from "~/domain/brokers/ledger-view";
import { useAmount } from "./use-amount";
import { useLedgerTexts } from "./use-ledger-texts";

/** A year of the ledger; nothing in it is ever changed, mistakes are reversed. */
export function LedgerTable({
  lines,
  showsBroker,
}: {
  lines: readonly LedgerLine[];
  /** In an agency's ledger several brokers stand together. */
  showsBroker: boolean;
}) {
  const { t } = useTranslation("brokers");
  const amount = useAmount();
  const { kindText, noteText } = useLedgerTexts();
  return (
    <Card padding="flush">
      <Table
        caption={t("ledger.title")}
        rows={lines}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="money" title={t("ledger.emptyTitle")}>
            {t("ledger.emptyText")}
          </EmptyState>
        }
        columns={[
          {
            key: "sequence",
            header: t("ledger.sequence"),
            align: "end",
            cell: (row) => <span className="tabular">{row.sequence}</span>,
          },
          {
            key: "deal",
            header: t("ledger.deal"),
            rowHeader: true,
            cell: (row) => (
              <>
                <span className="tabular text-sm text-muted">
                  {t("ledger.dealValue", { number: row.dealNumber })}
                </span>{" "}
                {row.contractTitle || row.dealTitle}
                <span className="block text-sm text-muted">
                  {row.supplyName} → {row.demandName}
                </span>
              </>
            ),
          },
          { key: "kind", header: t("ledger.kind"), cell: (row) => kindText(row) },
          {
            key: "countsOn",
            header: t("ledger.countsOn"),
            cell: (row) => <span className="tabular whitespace-nowrap">{row.countsOn}</span>,
          },
          ...(showsBroker
            ? [
                {
                  key: "broker",
                  header: t("ledger.broker"),
                  cell: (row: LedgerLine) => row.brokerName,
                },
              ]
            : []),
          {
            key: "share",
            header: t("ledger.share"),
            align: "end",
            cell: (row) => <span className="tabular whitespace-nowrap">{row.shareBp / 100}%</span>,
          },
          {
            key: "amount",
            header: t("ledger.amount"),
            align: "end",
            cell: (row) => (
              <span className="tabular whitespace-nowrap">{amount(row.amountFen)}</span>
            ),
          },
          {
            key: "note",
            header: t("ledger.note"),
            cell: (row) => (
              <div className="space-y-1">
                {row.isRelated && <Badge tone="warning">{t("ledger.isRelated")}</Badge>}
                {noteText(row) && <p className="text-sm text-muted">{noteText(row)}</p>}
                {row.mayCorrect && <CorrectShare line={row} />}
              </div>
            ),
          },
        ]}
      />
    </Card>
  );
}

function CorrectShare({ line }: { line: LedgerLine }) {
  const { t } = useTranslation("brokers");
  return (
    <Dialog
      trigger={t("ledger.correct")}
      triggerVariant="quiet"
      triggerSize="sm"
      title={t("ledger.correct")}
    >
      <Form method="post" className="space-y-4" noValidate>
        <input type="hidden" name="entryId" value={line.id} />
        <TextInput
          name="share"
          id={`share-${line.id}`}
          label={t("ledger.correctShare")}
          hint={t("ledger.correctHint")}
          inputMode="decimal"
          defaultValue={String(line.shareBp / 100)}
          width="short"
          required
        />
        <Textarea
          name="note"
          id={`note-${line.id}`}
          label={t("ledger.correctNote")}
          maxLength={300}
          rows={2}
          required
        />
        <SubmitButton intent="correct">{t("ledger.correct")}</SubmitButton>
      </Form>
    </Dialog>
  );
}
