import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { TASK_NOTE_MAX, TASK_TITLE_MAX } from "~/domain/deals/task-schema";
import type { FormView } from "./form-view";

type TaskFormProps = {
  people: readonly { id: string; name: string }[];
  view: FormView;
};

/** Sets a task: what, who, by when. */
export function TaskForm({ people, view }: TaskFormProps) {
  const { t } = useTranslation("deals");
  return (
    <Card title={t("tasks.addTitle")}>
      <Form method="post" className="grid gap-4" noValidate>
        <TextInput
          name="title"
          label={t("tasks.name")}
          required
          maxLength={TASK_TITLE_MAX}
          defaultValue={view.value("title")}
          error={view.error("title")}
        />
        <Textarea
          name="note"
          label={t("tasks.note")}
          rows={2}
          maxLength={TASK_NOTE_MAX}
          defaultValue={view.value("note")}
          error={view.error("note")}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            name="assigneeId"
            label={t("tasks.assignee")}
            placeholder={t("tasks.nobody")}
            defaultValue={view.value("assigneeId")}
            options={people.map((one) => ({ value: one.id, label: one.name }))}
            error={view.error("assigneeId")}
          />
          <DateInput
            name="dueOn"
            label={t("tasks.dueOn")}
            defaultValue={view.value("dueOn")}
            error={view.error("dueOn")}
          />
        </div>
        <div>
          <SubmitButton intent="add" icon="plus">
            {t("tasks.add")}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
