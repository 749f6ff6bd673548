import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { DateTime } from "~/components/ui/date-time";
import { Dialog } from "~/components/ui/dialog";
import { Select } from "~/components/ui/select";
import { Table } from "~/components/ui/table";
import type { DealTaskMove } from "~/domain/deals/deal-task-procedure";
import type { TaskItem } from "~/domain/deals/deal-task-view";

type TaskListProps = {
  items: readonly TaskItem[];
  people: readonly { id: string; name: string }[];
  empty: ReactNode;
};

const MOVE_LABEL = { finish: "done", reopen: "undo", cancel: "cancel" } as const;

/** Tasks with who and when, and the steps open to the reader. */
export function TaskList({ items, people, empty }: TaskListProps) {
  const { t } = useTranslation("deals");
  const move = (task: TaskItem, name: DealTaskMove) => (
    <Form method="post" key={name}>
      <input type="hidden" name="taskId" value={task.id} />
      <SubmitButton intent={name} size="sm" variant={name === "finish" ? "primary" : "quiet"}>
        {t(`tasks.${MOVE_LABEL[name]}`)}
      </SubmitButton>
    </Form>
  );
  return (
    <Card padding="flush">
      <Table
        caption={t("tasks.caption")}
        rows={items}
        rowKey={(row) => row.id}
        empty={empty}
        columns={[
          {
            key: "task",
            header: t("tasks.task"),
            rowHeader: true,
            cell: (row) => (
              <>
                <span className="font-medium text-ink">{row.title}</span>
                {row.note && (
                  <span className="block whitespace-pre-wrap text-sm text-muted">{row.note}</span>
                )}
              </>
            ),
          },
          {
            key: "assignee",
            header: t("tasks.assignee"),
            cell: (row) => row.assigneeName ?? t("tasks.nobody"),
          },
          {
            key: "due",
            header: t("tasks.due"),
            cell: (row) => (
              <>
                {row.dueOn ? <DateTime value={row.dueOn} /> : t("tasks.noDue")}
                {row.urgency && (
                  <span className="ml-2 text-warning-700">
                    {row.urgency === "OVERDUE" ? t("tasks.overdue") : t("tasks.dueToday")}
                  </span>
                )}
              </>
            ),
          },
          {
            key: "state",
            header: t("tasks.state"),
            cell: (row) => (
              <>
                <StatusBadge
                  tone={
                    row.state === "DONE" ? "success" : row.state === "OPEN" ? "info" : "neutral"
                  }
                >
                  {t(`tasks.states.${row.state}`)}
                </StatusBadge>
                {row.state === "DONE" && row.doneByName && (
                  <span className="block text-sm text-muted">
                    {t("tasks.doneBy", { name: row.doneByName })}
                    {row.doneAt && (
                      <>
                        {" · "}
                        <DateTime value={row.doneAt} format="datetime" />
                      </>
                    )}
                  </span>
                )}
              </>
            ),
          },
          {
            key: "moves",
            header: t("moves.title"),
            cell: (row) => (
              <div className="flex flex-wrap gap-1">
                {row.moves.map((name) => move(row, name))}
                {row.canChange && (
                  <Dialog
                    trigger={t("tasks.change")}
                    triggerVariant="quiet"
                    triggerSize="sm"
                    title={row.title}
                  >
                    <Form method="post" className="grid gap-4" noValidate>
                      <input type="hidden" name="taskId" value={row.id} />
                      <Select
                        id={`assignee-${row.id}`}
                        name="assigneeId"
                        label={t("tasks.assignee")}
                        placeholder={t("tasks.nobody")}
                        defaultValue={row.assigneeId ?? ""}
                        options={people.map((one) => ({ value: one.id, label: one.name }))}
                      />
                      <DateInput
                        id={`due-${row.id}`}
                        name="dueOn"
                        label={t("tasks.dueOn")}
                        defaultValue={row.dueOn ?? ""}
                      />
                      <div>
                        <SubmitButton intent="change">{t("moves.confirm")}</SubmitButton>
                      </div>
                    </Form>
                  </Dialog>
                )}
              </div>
            ),
          },
        ]}
      />
    </Card>
  );
}
