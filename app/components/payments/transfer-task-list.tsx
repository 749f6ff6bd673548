import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import type { TransferTask } from "~/domain/payments/transfer-task-view";
import { TransferTaskRow } from "./transfer-task-row";

type TransferTaskListProps = {
  items: readonly TransferTask[];
  kind: "refunds" | "payouts";
  answer: RefusedForm;
};

/** Refunds or payouts; a refused form shows its errors in its own row. */
export function TransferTaskList({ items, kind, answer }: TransferTaskListProps) {
  const { t } = useTranslation("payments");
  const refused = useFormView(answer);
  const untouched = useFormView(null);
  const refusedId = refused.value("id");
  return (
    <>
      <FormErrorSummary
        {...refused.summary({
          bankReference: t("office.refunds.bankReference"),
          note: t("office.refunds.note"),
          method: t("office.refunds.way"),
        })}
      />
      <Card padding="flush">
        {items.length === 0 ? (
          <EmptyState icon="money" title={t(`office.${kind}.empty`)} />
        ) : (
          <ul aria-label={t(`office.${kind}.caption`)}>
            {items.map((task) => (
              <TransferTaskRow
                key={task.id}
                task={task}
                kind={kind}
                view={task.id === refusedId ? refused : untouched}
              />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
