import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TaskForm } from "~/components/deals/task-form";
import { TaskList } from "~/components/deals/task-list";
import { useFormView } from "~/components/identity/form-view";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { addTask } from "~/domain/deals/add-task.server";
import { changeTask } from "~/domain/deals/change-task.server";
import { moveTask } from "~/domain/deals/move-task.server";
import { listTasks } from "~/domain/deals/task-queries.server";
import { taskChangeSchema, taskMoveSchema, taskSchema } from "~/domain/deals/task-schema";
import { markRead } from "~/domain/notifications/mark-read.server";
import { DomainError } from "~/domain/shared/domain-error";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.id ?? "";
    const query = new URL(request.url).searchParams;
    const isAll = query.get("show") === "all";
    const { page, skip, size } = readPaging(query, PAGE_SIZE);
    const tasks = await listTasks(id, { isAll, skip, take: size }, actor, getDb());
    await markRead({ href: `/desk/deals/${id}/tasks` }, actor, getDb());
    return { id, isAll, page, ...tasks };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const id = params.id ?? "";
    const fields = await readForm(request);
    const intent = fields.get("intent");
    const back = (message: "added" | "changed") =>
      redirectWithFlash(`/desk/deals/${id}/tasks`, {
        tone: "success",
        message: `deals:tasks.${message}`,
      });
    switch (intent) {
      case "add": {
        const form = parseFormData(fields, taskSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await addTask(id, form.value, actor, db);
          return back("added");
        });
      }
      case "change": {
        const form = parseFormData(fields, taskChangeSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await changeTask(id, form.value, actor, db);
          return back("changed");
        });
      }
      case "finish":
      case "reopen":
      case "cancel": {
        const form = parseFormData(fields, taskMoveSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await moveTask(id, { taskId: form.value.taskId, move: intent }, actor, db);
          return back("changed");
        });
      }
      default:
        throw new DomainError("bad_form", { status: 400 });
    }
  });
}

export default function DealTasksPage() {
  const { t } = useTranslation("deals");
  const { id, isAll, page, items, total, people, canAdd } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const root = `/desk/deals/${id}/tasks`;
  const from = (page - 1) * PAGE_SIZE;
  const link = (to: number) => `${root}?${isAll ? "show=all&" : ""}page=${to}`;
  return (
    <section aria-labelledby="tasks" className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        <h2 id="tasks" className="text-xl">
          {t("tasks.title")}
        </h2>
        <p className="mt-1 text-muted">{t("tasks.lead")}</p>
      </div>
      <FormErrorSummary
        {...view.summary({
          title: t("tasks.name"),
          note: t("tasks.note"),
          assigneeId: t("tasks.assignee"),
          dueOn: t("tasks.dueOn"),
        })}
      />
      <p className="no-print flex flex-wrap gap-x-5 gap-y-1">
        <Link className="link" to={isAll ? root : `${root}?show=all`}>
          {isAll ? t("tasks.showOpen") : t("tasks.showAll")}
        </Link>
        <a className="link" href={`/desk/deals/${id}/calendar`} download>
          {t("tasks.calendar")}
        </a>
      </p>
      <TaskList
        items={items}
        people={people}
        empty={
          <EmptyState icon="check" title={t("tasks.emptyTitle")}>
            {t("tasks.emptyText")}
          </EmptyState>
        }
      />
      {total > PAGE_SIZE && (
        <Pagination
          previousTo={page > 1 ? link(page - 1) : null}
          nextTo={from + items.length < total ? link(page + 1) : null}
          summary={t("tasks.summary", { from: from + 1, to: from + items.length, total })}
        />
      )}
      {canAdd && <TaskForm people={people} view={view} />}
    </section>
  );
}
