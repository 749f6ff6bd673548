import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MandateForm } from "~/components/brokers/mandate-form";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Select } from "~/components/ui/select";
import { mandateSchema } from "~/domain/brokers/mandate-schema";
import { offerMandate } from "~/domain/brokers/offer-mandate.server";
import { getOfferPage } from "~/domain/brokers/offer-page-queries.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const params = new URL(request.url).searchParams;
    const [kind, id] = (params.get("matter") ?? "").split(":");
    const page = await getOfferPage(
      {
        brokerId: params.get("broker") ?? "",
        achievementId: params.get("achievement") ?? (kind === "achievement" ? (id ?? null) : null),
        needId: params.get("need") ?? (kind === "need" ? (id ?? null) : null),
      },
      actor,
      getDb(),
    );
    const t = getFixedT(request, ["brokers", "common"]);
    return { ...page, title: `${t("brokers:offer.title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const form = await parseForm(request, mandateSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const id = await offerMandate(form.value, actor, getDb());
      return redirectWithFlash(`/desk/mandates/${id}`, {
        tone: "success",
        message: "brokers:offer.sent",
      });
    });
  });
}

export default function NewMandate() {
  const { broker, refusal, values, choices } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("brokers");
  return (
    <>
      <PageHeader
        title={t("offer.title")}
        lead={t("offer.lead")}
        breadcrumbs={[
          { label: t("mandates.title"), to: "/desk/mandates" },
          { label: t("offer.title") },
        ]}
      />
      <div className="space-y-5">
        <Card>
          <p>
            <span className="text-muted">{t("offer.broker")}：</span>
            <Link className="link" to={`/brokers/${broker.id}`}>
              {broker.name}
            </Link>
            {broker.agencyName && <span className="text-muted"> · {broker.agencyName}</span>}
          </p>
          {values && (
            <p>
              <span className="text-muted">{t("offer.matter")}：</span>
              {values.listing.title}
            </p>
          )}
        </Card>
        {refusal ? (
          <Alert
            tone="warning"
            title={t(`offer.refusals.${refusal}.title`)}
            actions={
              <LinkButton
                to={refusal === "NO_ORGANISATION" ? "/desk/organisation/new" : "/desk/organisation"}
                variant="secondary"
              >
                {t(`offer.refusals.${refusal}.action`)}
              </LinkButton>
            }
          >
            {t(`offer.refusals.${refusal}.text`)}
          </Alert>
        ) : values ? (
          <Card>
            <MandateForm values={values} view={view} />
          </Card>
        ) : choices.length > 0 ? (
          <Card>
            <Form method="get" className="space-y-4">
              <input type="hidden" name="broker" value={broker.id} />
              <Select
                name="matter"
                label={t("offer.chooseMatter")}
                hint={t("offer.chooseMatterHint")}
                options={choices}
                required
              />
              <Button type="submit" variant="primary">
                {t("offer.continue")}
              </Button>
            </Form>
          </Card>
        ) : (
          <Alert tone="info">{t("offer.chooseNone")}</Alert>
        )}
      </div>
    </>
  );
}
