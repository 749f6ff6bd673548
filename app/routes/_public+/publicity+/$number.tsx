import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PublicityFacts } from "~/components/deals/publicity-facts";
import { PublicObjections } from "~/components/deals/publicity-objections";
import { PublicityStateBadge } from "~/components/deals/publicity-state";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { objectToPublicity } from "~/domain/deals/object-to-publicity.server";
import { getPublicPublicity } from "~/domain/deals/publicity-page-queries.server";
import { objectionSchema } from "~/domain/deals/publicity-schema";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { findActor } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["terms", "common"]);
    const number = Number(params.number);
    const publicity = await getPublicPublicity(getDb(), number, findLocale(request));
    return {
      publicity,
      address: new URL(`/publicity/${number}`, request.url).toString(),
      title: `${publicity.title} · ${t("terms:publicity.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const form = await parseForm(request, objectionSchema);
    if (form.status !== "success") return refuseForm(form);
    const number = Number(params.number);
    const done = (objection: number) =>
      redirectWithFlash(`/publicity/${number}`, {
        tone: "success",
        message: "terms:publicity.sent",
        params: { number: objection },
      });
    // A machine that fills in every field is told what a person would be told.
    if (form.value.website !== "") return done(1);
    return answerForm(form, async () => {
      const actor = await findActor(request);
      const sent = await objectToPublicity({ ...form.value, number }, actor, getDb());
      return done(sent.objectionNumber);
    });
  });
}

/** One publicity: what art. 14 wants to be public, objections with their results, and the form. */
export default function PublicityPage() {
  const { t } = useTranslation("terms");
  const { publicity, address } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { successor } = publicity;
  return (
    <>
      <PageHeader
        title={publicity.title}
        eyebrow={
          <>
            <PublicityStateBadge state={publicity.state} />
            <span className="text-sm text-muted">
              {t("publicity.number", { number: publicity.number })}
            </span>
          </>
        }
        breadcrumbs={[
          { label: t("publicity.listTitle"), to: "/publicity" },
          { label: t("publicity.number", { number: publicity.number }) },
        ]}
      />
      <div className="space-y-6">
        {successor && (
          <Alert
            tone="warning"
            actions={
              <LinkButton to={`/publicity/${successor}`} size="sm">
                {t("publicity.number", { number: successor })}
              </LinkButton>
            }
          >
            {t("publicity.successor", { number: successor })}
          </Alert>
        )}
        <Card>
          <PublicityFacts facts={publicity} />
          <p className="mt-4 text-sm text-muted">{t("publicity.basis")}</p>
          <p className="no-print mt-3 flex flex-wrap items-center gap-3 text-sm text-muted">
            {t("publicity.permanent")} <CopyButton text={address} />
          </p>
        </Card>
        <Card title={t("publicity.objections")}>
          <PublicObjections objections={publicity.objections} />
        </Card>
        <Card title={t("publicity.object")}>
          {publicity.mayObject ? (
            <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
              <FormErrorSummary
                {...view.summary({
                  name: t("publicity.yourName"),
                  contact: t("publicity.yourContact"),
                  text: t("publicity.yourText"),
                })}
              />
              <p className="text-muted">{t("publicity.objectLead")}</p>
              <TextInput
                name="name"
                label={t("publicity.yourName")}
                required
                maxLength={60}
                width="medium"
                autoComplete="name"
                defaultValue={view.value("name")}
                error={view.error("name")}
              />
              <TextInput
                name="contact"
                label={t("publicity.yourContact")}
                required
                maxLength={120}
                width="medium"
                defaultValue={view.value("contact")}
                error={view.error("contact")}
              />
              <Textarea
                name="text"
                label={t("publicity.yourText")}
                hint={t("publicity.yourTextHint")}
                rows={5}
                maxLength={2000}
                required
                defaultValue={view.value("text")}
                error={view.error("text")}
              />
              <div hidden>
                <TextInput
                  name="website"
                  label={t("publicity.website")}
                  tabIndex={-1}
                  autoComplete="off"
                />
              </div>
              <div>
                <SubmitButton intent="object">{t("publicity.send")}</SubmitButton>
              </div>
            </Form>
          ) : (
            <p className="text-muted">{t("publicity.notNow")}</p>
          )}
        </Card>
      </div>
    </>
  );
}
