import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { BidForms } from "~/components/tenders/bid-forms";
import { BondCard } from "~/components/tenders/bond-card";
import { OwnBid } from "~/components/tenders/own-bid";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Select } from "~/components/ui/select";
import { getBidPage } from "~/domain/tenders/bid-page-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerBidForm } from "~/http/tenders/bid-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["tenders", "common"]);
    const organisation = new URL(request.url).searchParams.get("organisation");
    const page = await getBidPage(getDb(), Number(params.number), organisation, actor);
    const title = `${t("tenders:bid.title")} · ${page.tender.title} · ${t("common:marketName")}`;
    return { page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerBidForm(request, Number(params.number), actor, getDb());
  });
}

/** An organisation's own bid: sealing, handing in, receipt, and what became of it. */
export default function BidPage() {
  const { t } = useTranslation("tenders");
  const { page } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const errorText = useErrorText();
  const { tender, chosen, bidders, bid, bond, call, criteria, refusal, isTakingBids } = page;
  const needsBond = tender.bondFen !== null && bond?.state !== "PAID";
  return (
    <>
      <PageHeader
        title={t("bid.title")}
        lead={t("bid.lead")}
        breadcrumbs={[
          { label: t("title"), to: "/tenders" },
          { label: tender.title, to: `/tenders/${tender.number}` },
          { label: t("bid.title") },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <FormErrorSummary
          {...view.summary({
            envelope: t("seal.envelope"),
            isRelated: t("seal.isRelated"),
            confirmed: t("seal.confirmed"),
            note: t("bid.reason"),
          })}
        />
        {bidders.length > 1 && chosen && (
          <Form method="get" className="flex flex-wrap items-end gap-3">
            <Select
              name="organisation"
              label={t("bid.organisation")}
              options={bidders.map((one) => ({ value: one.id, label: one.name }))}
              defaultValue={chosen.id}
              width="medium"
            />
            <Button type="submit">{t("bid.change")}</Button>
          </Form>
        )}
        {refusal && <Alert tone="warning">{errorText(refusal)}</Alert>}
        {bid && chosen && (
          <OwnBid
            bid={bid}
            tender={tender}
            organisation={chosen}
            criteria={criteria}
            isTakingBids={isTakingBids}
            mayRefuse={page.mayRefuse}
            dealId={page.dealId}
            valueAt={(name) => view.value(name)}
            errorAt={view.error}
          />
        )}
        {!isTakingBids && !bid && <Alert tone="info">{t("bid.closed")}</Alert>}
        {isTakingBids && chosen && tender.bondFen && !refusal && (
          <BondCard amountFen={tender.bondFen} bond={bond} organisationId={chosen.id} />
        )}
        {call && !refusal && !needsBond && (
          <BidForms
            key={`${call.rulesHash}:${bid?.revision ?? 0}`}
            call={call}
            number={tender.number}
            criteria={criteria}
            ceilingFen={tender.budgetIsCeiling ? tender.budgetFen : null}
            isReplacing={bid !== null && bid.state !== "WITHDRAWN"}
            errorAt={view.error}
            refused={view.value("isUpload") === "on" ? "upload" : "sealed"}
          />
        )}
      </div>
    </>
  );
}
