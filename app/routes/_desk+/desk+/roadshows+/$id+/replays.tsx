import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormView } from "~/components/identity/form-view";
import { ReplayForm, ReplayTable } from "~/components/roadshows/follow-up/replay-admin";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { addReplay } from "~/domain/roadshows/follow-up/add-replay.server";
import { removeReplay } from "~/domain/roadshows/follow-up/remove-replay.server";
import { listReplayProjects } from "~/domain/roadshows/follow-up/replay-queries.server";
import { replaySchema } from "~/domain/roadshows/follow-up/replay-schema";
import { withErrors } from "~/http/error-response.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { afterFormRunner, backAfter } from "~/http/roadshows/run-after-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["leads", "common"]);
    const projects = await listReplayProjects(params.id ?? "", actor, getDb());
    return { projects, title: `${t("leads:replays.title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const removeSchema = z.object({ replayId: z.uuid("not_an_id") });

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const roadshowId = params.id ?? "";
    // Strangers are told before their form is looked at.
    await listReplayProjects(roadshowId, actor, getDb());
    const fields = await readForm(request);
    const run = afterFormRunner(fields);
    const page = organiserHref(roadshowId, "replays");
    if (fields.get("intent") === "remove") {
      return run(removeSchema, async ({ replayId }) => {
        await removeReplay({ roadshowId, replayId }, actor, getDb());
        return backAfter(page, "replayRemoved");
      });
    }
    return run(replaySchema, async (value) => {
      await addReplay({ roadshowId, ...value }, actor, getDb());
      return backAfter(page, "replayAdded");
    });
  });
}

/** Recordings of an event, by consent of its presenters. */
export default function ReplaysPage() {
  const { projects } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("leads");
  return (
    <section className="space-y-6" aria-labelledby="replays">
      <h2 id="replays" className="text-xl">
        {t("replays.title")}
      </h2>
      <p className="text-muted">{t("replays.lead")}</p>
      <FormErrorSummary
        {...view.summary({
          projectId: t("replays.project"),
          title: t("replays.addTitle"),
          url: t("replays.url"),
        })}
      />
      <ReplayTable projects={projects} />
      <ReplayForm projects={projects} view={view} />
    </section>
  );
}
