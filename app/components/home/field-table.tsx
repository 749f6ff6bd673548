import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Table } from "~/components/ui/table";
import { type Name, useName } from "./name";

interface FieldTableProps {
  fields: ReadonlyArray<{ code: string; name: Name; achievements: number; needs: number }>;
}

/** How much each technology field has; both figures lead to the filtered list. */
export function FieldTable({ fields }: FieldTableProps) {
  const { t, i18n } = useTranslation("home");
  const name = useName();
  const figures = new Intl.NumberFormat(i18n.language);
  const count = (segment: "achievements" | "needs", row: FieldTableProps["fields"][number]) => (
    <Link
      to={`/${segment}?field=${row.code}`}
      aria-label={`${name(row.name)} ${t(`stats.${segment}`)} ${row[segment]}`}
      className="tabular inline-flex min-h-6 min-w-10 items-center justify-end text-brand-700 hover:underline underline-offset-4"
    >
      {figures.format(row[segment])}
    </Link>
  );
  return (
    <Table
      caption={t("fields.title")}
      rows={fields}
      rowKey={(row) => row.code}
      narrow="scroll"
      dense
      columns={[
        {
          key: "field",
          header: t("fields.field"),
          rowHeader: true,
          cell: (row) => name(row.name),
        },
        {
          key: "achievements",
          header: t("stats.achievements"),
          align: "end",
          cell: (row) => count("achievements", row),
        },
        {
          key: "needs",
          header: t("stats.needs"),
          align: "end",
          cell: (row) => count("needs", row),
        },
      ]}
    />
  );
}
