import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { Alert } from "~/components/ui/alert";
import { StatusBadge } from "~/components/ui/badge";
import { Button, SubmitButton } from "~/components/ui/button";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Disclosure } from "~/components/ui/disclosure";
import { fieldId } from "~/components/ui/field";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import type { Tone } from "~/components/ui/tone";
import type { TransferTask } from "~/domain/payments/transfer-task-view";
import { useFen } from "./use-fen";

const TONES: Record<TransferTask["state"], Tone> = {
  DUE: "warning",
  SENT: "info",
  DONE: "success",
  FAILED: "danger",
};

type RowProps = {
  task: TransferTask;
  kind: "refunds" | "payouts";
  /** What was typed and refused belongs to one row only. */
  view: ReturnType<typeof useFormView>;
};

/** A refund or a payout with what the operator can do about it. */
export function TransferTaskRow({ task, kind, view }: RowProps) {
  const { t } = useTranslation("payments");
  const fen = useFen();
  return (
    <li
      className="grid gap-3 border-b border-line px-4 py-4 last:border-b-0 sm:px-5"
      id={`task-${task.id}`}
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-base font-medium">
          <Link className="link" to={`/office/payments/${task.paymentId}`}>
            {task.title || task.reference}
          </Link>
        </h2>
        <StatusBadge tone={TONES[task.state]}>{t(`office.states.${task.state}`)}</StatusBadge>
        {task.isLate && <StatusBadge tone="danger">{t("office.refunds.late")}</StatusBadge>}
      </div>
      <DescriptionList
        columns={2}
        hideEmpty
        items={[
          { label: t("amount"), value: <strong>{fen(task.amountFen)}</strong> },
          {
            label: t(kind === "refunds" ? "payer" : "office.payouts.to"),
            value: task.organisation,
          },
          { label: t("reference"), value: task.reference },
          { label: t("method"), value: t(`methods.${task.method as "STRIPE"}`) },
          {
            label: t("office.refunds.due"),
            value: task.dueAt ? <DateTime value={task.dueAt} format="datetime" /> : null,
          },
          { label: t("office.refunds.reason"), value: task.reason },
          { label: t("office.refunds.bankReference"), value: task.bankReference },
          {
            label: t("settledAt"),
            value: task.doneAt ? <DateTime value={task.doneAt} format="datetime" /> : null,
          },
        ]}
      />
      {task.failure && (
        <Alert tone="danger">
          {task.failure === "returned"
            ? t("office.payouts.dropped")
            : t("office.refunds.failure", { reason: task.failure })}
        </Alert>
      )}
      <TaskSteps task={task} kind={kind} view={view} />
    </li>
  );
}

function TaskSteps({ task, kind, view }: RowProps) {
  const { t } = useTranslation("payments");
  const id = <input type="hidden" name="id" value={task.id} />;
  const isOnline = task.method === "STRIPE";
  if (task.state === "DONE" || task.failure === "returned") return null;
  if (kind === "refunds" && isOnline && task.state !== "FAILED") {
    return <p className="text-sm text-muted">{t("office.refunds.byItself")}</p>;
  }
  if (task.state === "DUE") {
    return (
      <div className="grid gap-4">
        {task.mayGoOnline && (
          <Form method="post">
            {id}
            <SubmitButton intent="sendOnline">{t("office.payouts.online")}</SubmitButton>
          </Form>
        )}
        <Form method="post" className="flex flex-wrap items-end gap-3">
          {id}
          <TextInput
            id={idOf(task, view, "bankReference")}
            name="bankReference"
            label={t("office.refunds.bankReference")}
            required
            width="medium"
            defaultValue={view.value("bankReference")}
            error={view.error("bankReference")}
          />
          <SubmitButton intent="sendTransfer">{t("office.refunds.send")}</SubmitButton>
        </Form>
      </div>
    );
  }
  if (task.state === "SENT") {
    if (isOnline) return <p className="text-sm text-muted">{t("office.refunds.byItself")}</p>;
    return (
      <div className="grid gap-3">
        <Form method="post">
          {id}
          {task.isFirstPerson ? (
            <Button disabledReason={t("office.refunds.confirmSecond")}>
              {t("office.refunds.confirm")}
            </Button>
          ) : (
            <SubmitButton intent="confirm" icon="check">
              {t("office.refunds.confirm")}
            </SubmitButton>
          )}
        </Form>
        <NoteForm task={task} view={view} intent="takeBack" label={t("office.refunds.takeBack")} />
      </div>
    );
  }
  return (
    <NoteForm
      task={task}
      view={view}
      intent="retry"
      label={t("office.refunds.retry")}
      asksWay={kind === "refunds"}
    />
  );
}

type NoteFormProps = Pick<RowProps, "task" | "view"> & {
  intent: "takeBack" | "retry";
  label: string;
  asksWay?: boolean;
};

function NoteForm({ task, view, intent, label, asksWay }: NoteFormProps) {
  const { t } = useTranslation("payments");
  return (
    <Disclosure summary={label} open={view.value("intent") === intent}>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="id" value={task.id} />
        {asksWay && (
          <RadioGroup
            id={idOf(task, view, "method")}
            name="method"
            label={t("office.refunds.way")}
            required
            defaultValue={view.value("method", task.method)}
            options={(["STRIPE", "TRANSFER"] as const).map((value) => ({
              value,
              label: t(`methods.${value}`),
            }))}
            error={view.error("method")}
          />
        )}
        <TextInput
          id={idOf(task, view, "note")}
          name="note"
          label={t("office.refunds.note")}
          required
          maxLength={1000}
          defaultValue={view.value("note")}
          error={view.error("note")}
        />
        <div>
          <SubmitButton intent={intent} variant="secondary">
            {label}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

/** The list of errors leads to the field of the refused row, by the field's plain id. */
function idOf(task: TransferTask, view: RowProps["view"], name: string): string {
  return view.value("id") === task.id ? fieldId(name) : `${name}-${task.id}`;
}
