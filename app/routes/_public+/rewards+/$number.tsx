import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { PublicReward } from "~/components/performance/public-reward";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { objectToReward } from "~/domain/performance/object-to-reward.server";
import { getPublicReward } from "~/domain/performance/public-reward-queries.server";
import { objectionSchema } from "~/domain/performance/reward-schema";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { findActor } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["performance", "common"]);
    const reward = await getPublicReward(Number(params.number), getDb());
    return {
      title: `${t("performance:reward.publicNumber", { number: reward.number })} · ${t("common:marketName")}`,
      reward,
    };
  });
}

// Personal data on a page for a time: search engines are not to keep it.
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex, noarchive" },
];

export async function action({ request, params, context }: ActionFunctionArgs) {
  return withErrors(async () => {
    const number = Number(params.number);
    const form = await parseForm(request, objectionSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const input = { ...form.value, number, origin: context.clientIp };
      await objectToReward(input, await findActor(request), getDb());
      return redirectWithFlash(`/rewards/${number}`, {
        tone: "success",
        message: "performance:done.objected",
      });
    });
  });
}

export default function PublicRewardPage() {
  const { t } = useTranslation("performance");
  const { reward } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const number = t("reward.publicNumber", { number: reward.number });
  return (
    <>
      <PageHeader
        title={reward.contractTitle}
        eyebrow={<span className="text-sm text-muted">{number}</span>}
        lead={t("reward.publicTitle")}
        breadcrumbs={[{ label: t("reward.publicTitle"), to: "/rewards" }, { label: number }]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary
          {...view.summary({
            objectorName: t("reward.objectName"),
            objectorContact: t("reward.objectContact"),
            text: t("reward.objectText"),
          })}
        />
        <PublicReward reward={reward} />
        {reward.isOpenForObjections && (
          <Card title={t("reward.objectTitle")}>
            <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4">
              <p className="text-sm text-muted">{t("reward.objectHint")}</p>
              <TextInput
                name="objectorName"
                label={t("reward.objectName")}
                maxLength={60}
                required
                width="medium"
                autoComplete="name"
                defaultValue={view.value("objectorName")}
                error={view.error("objectorName")}
              />
              <TextInput
                name="objectorContact"
                label={t("reward.objectContact")}
                maxLength={100}
                required
                width="medium"
                defaultValue={view.value("objectorContact")}
                error={view.error("objectorContact")}
              />
              <Textarea
                name="text"
                label={t("reward.objectText")}
                rows={5}
                maxLength={2000}
                required
                defaultValue={view.value("text")}
                error={view.error("text")}
              />
              <div>
                <SubmitButton intent="object">{t("reward.objectSubmit")}</SubmitButton>
              </div>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
