import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { DisputeFacts } from "~/components/oversight/dispute-facts";
import { DisputeStateBadge } from "~/components/oversight/oversight-state";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getDispute } from "~/domain/oversight/dispute-queries.server";
import { disputeHref } from "~/domain/oversight/dispute-schema";
import { moveDispute } from "~/domain/oversight/move-dispute.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["oversight", "common"]);
    const dispute = await getDispute(params.id ?? "", actor, getDb());
    const { number } = dispute;
    return {
      dispute,
      title: `${t("oversight:dispute.title", { number })} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const withdrawSchema = z.object({ intent: z.literal("withdraw", "not_a_choice") });

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const disputeId = params.id ?? "";
    // Strangers are told before their form is looked at.
    await getDispute(disputeId, actor, getDb());
    const form = await parseForm(request, withdrawSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await moveDispute({ disputeId, move: form.value.intent }, actor, getDb());
      return redirectWithFlash(disputeHref(disputeId), {
        tone: "success",
        message: "oversight:dispute.withdrawn",
      });
    });
  });
}

/** An own dispute: what was said and what became of it. */
export default function OwnDispute() {
  const { dispute } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("oversight");
  const title = t("dispute.title", { number: dispute.number });
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={<DisputeStateBadge state={dispute.state} />}
        breadcrumbs={[{ label: t("disputes.title"), to: "/desk/disputes" }, { label: title }]}
      />
      <div className="space-y-6">
        <FormErrorSummary {...view.summary({})} />
        <DisputeFacts dispute={dispute} />
        {dispute.moves.includes("withdraw") && (
          <Form method="post">
            <SubmitButton intent="withdraw" variant="danger">
              {t("dispute.withdraw")}
            </SubmitButton>
          </Form>
        )}
      </div>
    </>
  );
}
