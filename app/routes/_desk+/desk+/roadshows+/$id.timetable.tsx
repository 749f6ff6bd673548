import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Link,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
  useRevalidator,
} from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { FindingsPanel } from "~/components/roadshows/timetable/findings-panel";
import { OrderForm } from "~/components/roadshows/timetable/order-form";
import { useRefusal } from "~/components/roadshows/timetable/use-refusal";
import { VersionBoard } from "~/components/roadshows/timetable/version-board";
import { VersionPanel } from "~/components/roadshows/timetable/version-panel";
import { VersionTable } from "~/components/roadshows/timetable/version-table";
import { Alert } from "~/components/ui/alert";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getTimetablePage } from "~/domain/roadshows/timetable/timetable-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerTimetable } from "~/http/roadshows/timetable-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const ASK_AGAIN_MS = 2000;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["timetable", "common"]);
    const search = new URL(request.url).searchParams;
    const asked = {
      version: search.has("version") ? Number(search.get("version")) : null,
      page: Math.trunc(Number(search.get("page") ?? 1)) || 1,
    };
    const page = await getTimetablePage(params.id ?? "", asked, actor, getDb());
    return { page, title: `${t("timetable:title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** A refusal because somebody else was first shows what that somebody did. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  return args.actionStatus === 409 || args.defaultShouldRevalidate;
}

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerTimetable(request, params.id ?? "", actor, getDb());
  });
}

/** Versions of the timetable, and the one that is made, changed or published. */
export default function TimetableOfEvent() {
  const { t } = useTranslation("timetable");
  const { page } = useLoaderData<typeof loader>();
  const refusal = useRefusal(useActionData<typeof action>());
  const { current } = page;
  const isSolving = current?.state === "SOLVING";
  useReloading(isSolving);
  return (
    <div className="space-y-6">
      <FormErrorSummary
        errors={refusal.errors}
        formErrors={refusal.formErrors}
        labels={{
          time: t("edit.time"),
          date: t("edit.date"),
          placeId: t("edit.place"),
          seconds: t("order.seconds"),
          note: t("order.note"),
        }}
      />
      {isSolving && (
        <Alert
          tone="info"
          role="status"
          actions={
            <Link to="." className="link">
              {t("order.reload")}
            </Link>
          }
        >
          {t("order.solving")}
        </Alert>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="min-w-0 space-y-6">
          {current && <VersionPanel version={current} mayPlan={page.mayPlan} />}
          <OrderForm page={page} refusal={refusal} />
        </div>
        <div className="min-w-0 space-y-6">
          {current && <FindingsPanel findings={current.findings} />}
          <VersionTable page={page} />
        </div>
      </div>
      {current?.board && (
        <VersionBoard
          version={current}
          board={current.board}
          mayPlan={page.mayPlan}
          refusal={refusal}
        />
      )}
    </div>
  );
}

/** Asks again while a version is being made. */
function useReloading(isOn: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isOn || state !== "idle") return;
    const timer = setTimeout(revalidate, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isOn, state, revalidate]);
}
