import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { DateTime } from "~/components/ui/date-time";
import { DiffText } from "~/components/ui/diff-text";
import { Table } from "~/components/ui/table";
import type { Tone } from "~/components/ui/tone";
import type { ClauseChange, ComparisonView } from "~/domain/contracts/contract-view";

const TONES: Record<ClauseChange["kind"], Tone> = {
  ADDED: "success",
  REMOVED: "danger",
  CHANGED: "info",
  MOVED: "neutral",
};

/** What two versions say differently, clause by clause, struck through and underlined. */
export function ContractChanges({ view }: { view: ComparisonView }) {
  const { t } = useTranslation("contracts");
  if (view.changes.length === 0) return <p className="text-muted">{t("noChanges")}</p>;
  return (
    <div className="grid gap-5">
      <p className="text-muted">{t("changesCount", { count: view.changes.length })}</p>
      {view.changes.map((one) => (
        <section key={`${one.kind}-${one.key}`} className="grid gap-2 border-t border-line pt-4">
          <header className="flex flex-wrap items-center gap-3">
            <Badge tone={TONES[one.kind]}>{t(`changeKinds.${one.kind}`)}</Badge>
            <h3 className="text-lg">
              {one.kind === "CHANGED" && one.heading !== one.headingBefore ? (
                <DiffText before={one.headingBefore} after={one.heading} />
              ) : (
                one.heading
              )}
            </h3>
          </header>
          {one.kind !== "MOVED" && (
            <div className="whitespace-pre-line">
              <DiffText before={one.before} after={one.after} />
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

/** Every version with its author, side and note; two are chosen to be compared. */
export function VersionTable({ view }: { view: ComparisonView }) {
  const { t } = useTranslation("contracts");
  const choose = (name: "from" | "to", number: number) => (
    <input
      type="radio"
      name={name}
      value={number}
      defaultChecked={number === view[name]}
      aria-label={`${t(name)}：${t("version", { number })}`}
      className="size-5"
    />
  );
  return (
    // The chosen pair stands in the address: it can be sent to a colleague.
    <Form method="get" key={`${view.from}-${view.to}-${view.page}`} className="grid gap-3">
      <input type="hidden" name="page" value={view.page} />
      <Table
        caption={t("versionsCaption")}
        narrow="cards"
        rows={view.versions}
        rowKey={(row) => String(row.number)}
        columns={[
          { key: "from", header: t("from"), cell: (row) => choose("from", row.number) },
          { key: "to", header: t("to"), cell: (row) => choose("to", row.number) },
          {
            key: "version",
            header: t("columnVersion"),
            rowHeader: true,
            cell: (row) =>
              t("versionBy", {
                number: row.number,
                side: t(`sides.${row.side ?? "TEMPLATE"}`),
                name: row.side ? row.authorName : "",
              }),
          },
          { key: "note", header: t("note"), cell: (row) => row.note || "—" },
          {
            key: "approved",
            header: t("approvals"),
            cell: (row) => row.approvedBy.map((side) => t(`sides.${side}`)).join("、") || "—",
          },
          {
            key: "at",
            header: t("columnSaved"),
            cell: (row) => <DateTime value={row.createdAt} format="datetime" />,
          },
        ]}
      />
      <div>
        <Button type="submit" variant="secondary">
          {t("compare")}
        </Button>
      </div>
    </Form>
  );
}
