import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { deadlineText } from "~/components/ui/deadline";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { SIDES, startProjectSchema } from "~/domain/roadshows/call/project-schema";
import { getStartOptions } from "~/domain/roadshows/call/start-options-queries.server";
import { startProject } from "~/domain/roadshows/call/start-project.server";
import { pitchHref } from "~/domain/roadshows/events/roadshow-href";
import { formRunner } from "~/http/challenges/run-form.server";
import { withErrors } from "~/http/error-response.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { backTo } from "~/http/roadshows/run-pitch-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["pitches", "common"]);
    const { searchParams } = new URL(request.url);
    const roadshow = searchParams.get("roadshow") ?? "";
    const options = await getStartOptions(getDb(), roadshow, actor);
    const chosen = (name: string, list: readonly { value: string }[]) =>
      list.find((one) => one.value === searchParams.get(name))?.value ?? "";
    return {
      ...options,
      achievementId: chosen("achievement", options.achievements),
      needId: chosen("need", options.needs),
      title: `${t("pitches:start.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return formRunner(await readForm(request))(startProjectSchema, async (input) => {
      const { id } = await startProject(input, actor, getDb());
      return backTo(pitchHref(id), "started");
    });
  });
}

/** Beginning of a project: whose it is, which side, and of what it is made. */
export default function NewProjectPage() {
  const { t } = useTranslation("pitches");
  const { event, organisations, acting, achievements, needs, achievementId, needId } =
    useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const labels = {
    organisationId: t("start.organisation"),
    side: t("start.side"),
    achievementId: t("start.achievement"),
    needId: t("start.need"),
  };
  return (
    <>
      <PageHeader
        title={t("start.title")}
        lead={t("start.lead")}
        breadcrumbs={[{ label: t("title"), to: "/desk/pitches" }, { label: t("start.title") }]}
      />
      <Card title={event.title}>
        <p className="mb-4 text-muted">
          {event.callDueAt && t("start.due", { time: deadlineText(event.callDueAt) })}{" "}
          {t("start.limit", { count: event.projectsPerOrganisation })}
        </p>
        {!event.isOpen || organisations.length === 0 ? (
          <p>{event.isOpen ? t("start.noOrganisation") : t("start.closed")}</p>
        ) : (
          <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-5" noValidate>
            <FormErrorSummary {...view.summary(labels)} />
            <input type="hidden" name="roadshow" value={event.number} />
            <Select
              name="organisationId"
              label={labels.organisationId}
              required
              options={organisations}
              defaultValue={view.text("organisationId", acting)}
              error={view.error("organisationId")}
            />
            <RadioGroup
              name="side"
              label={labels.side}
              look="cards"
              required
              defaultValue={view.text("side", needId ? "DEMAND" : "SUPPLY")}
              error={view.error("side")}
              options={SIDES.map((value) => ({
                value,
                label: t(`sides.${value}`),
                hint: t(`sideHints.${value}`),
              }))}
            />
            <Select
              name="achievementId"
              label={labels.achievementId}
              hint={t("start.sourceHint")}
              placeholder={t("start.none")}
              options={achievements}
              defaultValue={view.text("achievementId", achievementId)}
              error={view.error("achievementId")}
            />
            <Select
              name="needId"
              label={labels.needId}
              placeholder={t("start.none")}
              options={needs}
              defaultValue={view.text("needId", needId)}
              error={view.error("needId")}
            />
            <div>
              <SubmitButton>{t("start.do")}</SubmitButton>
            </div>
          </Form>
        )}
      </Card>
    </>
  );
}
