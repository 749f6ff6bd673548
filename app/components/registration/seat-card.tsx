import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Select } from "~/components/ui/select";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import type { OfficeDetail } from "~/domain/registration/office-view";
import type { FormViewPart } from "./form-editor";

/** People with a seat, and the form that gives one. */
export function SeatCard({ detail, view }: { detail: OfficeDetail; view: FormViewPart }) {
  const { t } = useTranslation("recognition");
  const isTried = view.value("intent") === "seat";
  return (
    <Card title={t("offices.seats")}>
      <Table
        caption={t("offices.seats")}
        rows={detail.seats}
        rowKey={(row) => row.id}
        columns={[
          { key: "name", header: t("statistics.name"), rowHeader: true, cell: (row) => row.name },
          { key: "email", header: t("offices.email"), cell: (row) => row.email },
          {
            key: "role",
            header: t("offices.role"),
            cell: (row) => t(`offices.${row.role as "REGISTRAR"}`),
          },
          {
            key: "end",
            header: t("offices.endSeat"),
            cell: (row) =>
              row.canEnd ? (
                <Form method="post">
                  <input type="hidden" name="rowId" value={row.id} />
                  <SubmitButton intent="endSeat" size="sm" variant="quiet">
                    {t("offices.endSeat")}
                  </SubmitButton>
                </Form>
              ) : (
                "—"
              ),
          },
        ]}
      />
      {detail.roles.length > 0 && (
        <Form method="post" className="mt-5 flex flex-wrap items-end gap-3" noValidate>
          <TextInput
            name="email"
            type="email"
            label={t("offices.email")}
            defaultValue={isTried ? view.value("email") : ""}
            error={isTried ? view.error("email") : undefined}
            required
          />
          <Select
            name="role"
            label={t("offices.role")}
            options={detail.roles.map((one) => ({ value: one, label: t(`offices.${one}`) }))}
            error={isTried ? view.error("role") : undefined}
            required
          />
          <SubmitButton intent="seat">{t("offices.addSeat")}</SubmitButton>
        </Form>
      )}
    </Card>
  );
}
