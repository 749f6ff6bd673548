import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { BidDecisions } from "~/components/tenders/bid-decisions";
import { CommitteePanel } from "~/components/tenders/committee-panel";
import { CriteriaCard } from "~/components/tenders/criteria-card";
import { HolderForms } from "~/components/tenders/holder-forms";
import { HoldersCard } from "~/components/tenders/holders-card";
import { TenderMoveForm } from "~/components/tenders/move-form";
import { ObjectionForms } from "~/components/tenders/objection-forms";
import { TenderObjectionList } from "~/components/tenders/objection-list";
import { OpeningRecord, RankingCard } from "~/components/tenders/opening-record";
import { RefuseAwardForm } from "~/components/tenders/refuse-award-form";
import { ReinstateForm } from "~/components/tenders/reinstate-form";
import { TenderContent, TenderDates } from "~/components/tenders/tender-facts";
import { TenderFiles } from "~/components/tenders/tender-files";
import { TenderHistory } from "~/components/tenders/tender-history";
import { TenderNotices } from "~/components/tenders/tender-notices";
import { TenderStateBadge } from "~/components/tenders/tender-state";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getOfficeTender } from "~/domain/tenders/desk-tender-queries.server";
import { BEFORE_ISSUE, DRAFTED } from "~/domain/tenders/tender-procedure";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { answerOfficeTender } from "~/http/tenders/office-tender-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const page = await getOfficeTender(params.id ?? "", actor, getDb(), findLocale(request));
    const t = getFixedT(request, ["tenders", "common"]);
    const title = `${page.tender.title} · ${t("tenders:office.title")} · ${t("common:marketName")}`;
    return { ...page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    return answerOfficeTender(request, params.id ?? "", actor, getDb());
  });
}

const COMMITTEE: readonly string[] = ["ISSUED", "OPENING", "EVALUATION"];

/** A tender for the market's operators: check, keys, committee, single bids, objections, and its moves. */
export default function OfficeTenderPage() {
  const { t } = useTranslation("tenders");
  const page = useLoaderData<typeof loader>();
  const { tender, holders, moves, timeline, committee, opened } = page;
  const view = useFormView(useActionData<typeof action>());
  const valueAt = (name: string) => view.value(name);
  const isBefore = BEFORE_ISSUE.includes(tender.state);
  const of = (intent: string) => view.value("intent") === intent;
  const errorOf = (intent: string) => (name: string) => (of(intent) ? view.error(name) : undefined);
  return (
    <>
      <PageHeader
        title={tender.title || t("number", { number: tender.number })}
        eyebrow={<TenderStateBadge state={tender.state} />}
        breadcrumbs={[
          { label: t("office.title"), to: "/office/tenders" },
          { label: tender.title || t("number", { number: tender.number }) },
        ]}
        actions={
          tender.issuedAt && (
            <LinkButton to={`/tenders/${tender.number}`}>{t("desk.public")}</LinkButton>
          )
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <FormErrorSummary
          {...view.summary({
            move: t("desk.steps"),
            note: t("desk.note"),
            email: t("holders.email"),
            bidId: t("office.bid"),
            decision: t("office.decision"),
            outcome: t("objections.outcome"),
            result: t("objections.result"),
            dueDate: t("edit.dueDate"),
          })}
        />
        <TenderNotices tender={tender} isTakingBids={tender.state === "ISSUED"} />
        <Card title={t("desk.steps")}>
          <TenderMoveForm
            moves={moves}
            refused={{
              move: valueAt("move"),
              note: of("move") ? valueAt("note") : "",
              errorAt: errorOf("move"),
            }}
          />
        </Card>
        <HoldersCard holders={holders} />
        {DRAFTED.includes(tender.state) && (
          <Card title={t("holders.appoint")}>
            <HolderForms
              roles={["MARKET", "NOTARY"]}
              refused={{
                role: valueAt("role"),
                email: valueAt("email"),
                error: errorOf("holder")("email"),
              }}
            />
          </Card>
        )}
        {!isBefore && (
          <CommitteePanel
            committee={committee}
            isOpen={COMMITTEE.includes(tender.state)}
            valueAt={(name) => (of("member") ? valueAt(name) : "")}
            errorAt={errorOf("member")}
          />
        )}
        {tender.state === "EVALUATION" && (
          <BidDecisions
            bids={opened}
            valueAt={(name) => (of("bid") ? valueAt(name) : "")}
            errorAt={errorOf("bid")}
          />
        )}
        {tender.state === "EVALUATION" && (
          <ReinstateForm
            tender={tender}
            valueAt={(name) => (of("reinstate") ? valueAt(name) : "")}
            errorAt={errorOf("reinstate")}
          />
        )}
        {tender.state === "AWARDED" && <RefuseAwardForm error={errorOf("refuseAward")("note")} />}
        <RankingCard tender={tender} />
        <OpeningRecord tender={tender} />
        {tender.objections.length > 0 && (
          <Card title={t("objections.title")}>
            <TenderObjectionList objections={tender.objections} />
            {tender.state === "CANDIDATES" && (
              <ObjectionForms
                objections={tender.objections}
                refused={{
                  id: valueAt("objectionId"),
                  result: valueAt("result"),
                  errorAt: view.error,
                }}
              />
            )}
          </Card>
        )}
        <Card title={t("facts.dates")}>
          <TenderDates tender={tender} />
        </Card>
        <TenderContent tender={tender} />
        <CriteriaCard criteria={tender.criteria} choices={tender.choices} rules={tender.rules} />
        <TenderFiles
          files={tender.files}
          hrefOf={(fileId) => `/tenders/${tender.number}/files/${fileId}`}
        />
        <TenderHistory timeline={timeline} />
      </div>
    </>
  );
}
