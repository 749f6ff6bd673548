import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Table } from "~/components/ui/table";
import {
  FORM_FIELDS,
  FORM_GROUPS,
  type FormField,
  type RegistrationForm,
  requiredFields,
} from "~/domain/registration/registration-form-rules";
import type { ValueNames } from "~/domain/registration/registration-view";
import { formatFen } from "~/domain/shared/money";
import { useFieldLabel } from "./use-field-label";

type FormTableProps = { form: RegistrationForm; names: ValueNames };

/** A value as people read it: names of codes, amounts in words of money, yes and no. */
export function useValueText({ form, names }: FormTableProps): (field: FormField) => string {
  const { t, i18n } = useTranslation("recognition");
  return (field) => {
    const value = form[field.id]?.value ?? "";
    if (value === "") return "";
    if (field.type === "MONEY") return formatFen(BigInt(value), i18n.language);
    if (field.type === "YES_NO") return t(`answer.${value === "yes" ? "yes" : "no"}`);
    return names[field.id] ?? value;
  };
}

/** The registration form with the place that each value was taken from. */
export function FormTable(props: FormTableProps) {
  const { t } = useTranslation("recognition");
  const label = useFieldLabel();
  const text = useValueText(props);
  const required = new Set(requiredFields(props.form).map((one) => one.id));
  const shown = (field: FormField) => required.has(field.id) || text(field) !== "";
  return (
    <div className="grid gap-5">
      {FORM_GROUPS.map((group) => {
        const rows = FORM_FIELDS.filter((one) => one.group === group).filter(shown);
        if (rows.length === 0) return null;
        return (
          <Card key={group} title={t(`group.${group}`)} padding="flush" headingLevel={3}>
            <Table
              caption={t(`group.${group}`)}
              dense
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: "field",
                  header: t("page.field"),
                  rowHeader: true,
                  cell: (row) => label(row.id),
                },
                {
                  key: "value",
                  header: t("page.value"),
                  cell: (row) => text(row) || <Badge tone="warning">{t("formPage.missing")}</Badge>,
                },
                {
                  key: "source",
                  header: t("page.source"),
                  cell: (row) => {
                    const found = props.form[row.id];
                    if (!found?.value) return "—";
                    return (
                      <span className="text-sm text-muted">{t(`source.${found.source}`)}</span>
                    );
                  },
                },
              ]}
            />
          </Card>
        );
      })}
    </div>
  );
}
