import type { LoaderFunctionArgs } from "@remix-run/node";
import { taskCalendar } from "~/domain/deals/task-calendar-rules";
import { listTasks } from "~/domain/deals/task-queries.server";
import { clock } from "~/domain/shared/clock";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** Open tasks with a date as all-day entries of a calendar (RFC 5545). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const page = { isAll: false, skip: 0, take: 200 };
    const { items } = await listTasks(params.id ?? "", page, actor, getDb());
    const bytes = new TextEncoder().encode(taskCalendar(items, clock.now()));
    return madeFileResponse("tasks.ics", "text/calendar; charset=utf-8", bytes);
  });
}
