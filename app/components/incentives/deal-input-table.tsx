import { useTranslation } from "react-i18next";
import { Table } from "~/components/ui/table";
import type { DealInput } from "~/domain/incentives/deal-input-rules";
import { useInputText } from "./input-list";

/** Which value of the form comes from where in the deal. */
export function DealInputTable({ inputs }: { inputs: readonly DealInput[] }) {
  const { t } = useTranslation(["performance", "incentives"]);
  const textOf = useInputText();
  return (
    <Table
      caption={t("performance:incentives.prefill")}
      dense
      rows={inputs}
      rowKey={(one) => one.field}
      columns={[
        {
          key: "field",
          header: t("performance:incentives.field"),
          rowHeader: true,
          cell: (one) => t(`incentives:field.${one.field}`),
        },
        {
          key: "value",
          header: t("performance:incentives.value"),
          cell: (one) => textOf(one.field, one.value),
        },
        {
          key: "source",
          header: t("performance:incentives.source"),
          cell: (one) =>
            t(`performance:incentives.sources.${one.source.code}`, {
              number: one.source.number ?? "",
            }),
        },
      ]}
    />
  );
}
