import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CascadingSelect } from "~/components/ui/cascading-select";
import { DateInput } from "~/components/ui/date-input";
import { Disclosure } from "~/components/ui/disclosure";
import { MoneyInput } from "~/components/ui/money-input";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import type { OfficeDetail } from "~/domain/registration/office-view";
import { formatFen } from "~/domain/shared/money";
import type { FormViewPart } from "./form-editor";

type Node = { value: string; label: string; children?: Node[] };
type DelegationCardProps = { detail: OfficeDetail; regions: Node[]; view: FormViewPart };

/** Which contracts go to this office, by region, amount and date. */
export function DelegationCard({ detail, regions, view }: DelegationCardProps) {
  const { t, i18n } = useTranslation("recognition");
  const isTried = view.value("intent") === "delegation";
  const error = (name: string) => (isTried ? view.error(name) : undefined);
  const value = (name: string) => (isTried ? view.value(name) : "");
  return (
    <Card title={t("offices.delegations")}>
      <Table
        caption={t("offices.delegations")}
        rows={detail.delegations}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "region",
            header: t("offices.region"),
            rowHeader: true,
            cell: (row) => row.region,
          },
          {
            key: "below",
            header: t("offices.below"),
            align: "end",
            cell: (row) =>
              row.belowFen === null
                ? t("offices.anyAmount")
                : formatFen(row.belowFen, i18n.language),
          },
          { key: "from", header: t("offices.validFrom"), cell: (row) => row.validFrom },
          { key: "to", header: t("offices.validTo"), cell: (row) => row.validTo ?? "—" },
          {
            key: "source",
            header: t("offices.source"),
            cell: (row) => `${row.source} (${row.confidence})`,
          },
          {
            key: "end",
            header: t("offices.endDelegation"),
            cell: (row) =>
              detail.canOperate && !row.validTo ? (
                <Form method="post">
                  <input type="hidden" name="rowId" value={row.id} />
                  <SubmitButton intent="endDelegation" size="sm" variant="quiet">
                    {t("offices.endDelegation")}
                  </SubmitButton>
                </Form>
              ) : (
                "—"
              ),
          },
        ]}
      />
      {detail.canOperate && (
        <Disclosure summary={t("offices.addDelegation")} open={isTried}>
          <Form method="post" className="grid max-w-2xl gap-4" noValidate>
            <CascadingSelect
              id="delegation-region"
              name="regionCode"
              label={t("offices.region")}
              levels={[t("formPage.province"), t("formPage.city"), t("formPage.district")]}
              tree={regions}
              defaultValue={value("regionCode")}
              error={error("regionCode")}
              required
            />
            <MoneyInput
              name="below"
              label={t("offices.below")}
              hint={t("offices.anyAmount")}
              defaultValue={value("below")}
              error={error("below")}
            />
            <DateInput
              id="delegation-from"
              name="validFrom"
              label={t("offices.validFrom")}
              defaultValue={value("validFrom")}
              error={error("validFrom")}
              required
            />
            <DateInput
              id="delegation-to"
              name="validTo"
              label={t("offices.validTo")}
              defaultValue={value("validTo")}
              error={error("validTo")}
            />
            <TextInput
              id="delegation-source"
              name="source"
              label={t("offices.source")}
              defaultValue={value("source")}
              error={error("source")}
              required
            />
            <TextInput
              name="confidence"
              label={t("offices.confidence")}
              defaultValue={value("confidence")}
              error={error("confidence")}
              required
            />
            <div>
              <SubmitButton intent="delegation">{t("offices.addDelegation")}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      )}
    </Card>
  );
}
