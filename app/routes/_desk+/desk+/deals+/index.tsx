import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { DealTable } from "~/components/deals/deal-table";
import { InvitationList } from "~/components/deals/invitation-list";
import { OpenablePairs } from "~/components/deals/openable-pairs";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { answerInvitation } from "~/domain/deals/answer-invitation.server";
import {
  listDeals,
  listInvitations,
  RUNNING_STATES,
} from "~/domain/deals/deal-list-queries.server";
import { type DealState, dealProcedure } from "~/domain/deals/deal-procedure";
import { openDeal } from "~/domain/deals/open-deal.server";
import { listOpenablePairs } from "~/domain/deals/opening-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;
const answerSchema = z.object({ dealId: z.uuid("bad_form") });
const openSchema = z.object({ needId: z.uuid("bad_form"), achievementId: z.uuid("bad_form") });

function isDealState(text: string | null): text is DealState {
  return dealProcedure.states.some((state) => state === text);
}

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["deals", "common"]);
    const params = new URL(request.url).searchParams;
    const asked = params.get("state");
    const state = isDealState(asked) ? asked : asked === "all" ? ("all" as const) : null;
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    const states = state === null ? RUNNING_STATES : state === "all" ? null : [state];
    const [deals, invitations, pairs] = await Promise.all([
      listDeals({ states, skip, take: size }, actor, getDb()),
      listInvitations(actor, getDb()),
      listOpenablePairs(actor, getDb()),
    ]);
    return {
      title: `${t("title")} · ${t("common:marketName")}`,
      state,
      page,
      ...deals,
      running: RUNNING_STATES.reduce((sum, one) => sum + (deals.byState[one] ?? 0), 0),
      invitations,
      pairs,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Answers to invitations, and rooms opened on mutual interest. */
export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const fields = await readForm(request);
    const intent = fields.get("intent");
    if (intent === "open") {
      const form = parseFormData(fields, openSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        const deal = await openDeal(form.value, actor, getDb());
        return redirectWithFlash(`/desk/deals/${deal.id}`, {
          tone: "success",
          message: "deals:open.opened",
        });
      });
    }
    const form = parseFormData(fields, answerSchema);
    if (form.status !== "success") return refuseForm(form);
    const { dealId } = form.value;
    if (intent !== "accept" && intent !== "decline") {
      throw new DomainError("bad_form", { status: 400 });
    }
    return answerForm(form, async () => {
      await answerInvitation(dealId, intent, actor, getDb());
      return intent === "accept"
        ? redirectWithFlash(`/desk/deals/${dealId}/people`, {
            tone: "success",
            message: "deals:invitation.accepted",
          })
        : redirectWithFlash("/desk/deals", {
            tone: "success",
            message: "deals:invitation.declined",
          });
    });
  });
}

export default function DealsPage() {
  const { t } = useTranslation("deals");
  const data = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { state, page, items, total, byState, running, invitations, pairs } = data;
  const from = (page - 1) * PAGE_SIZE;
  const link = (to: number) => `/desk/deals?${state ? `state=${state}&` : ""}page=${to}`;
  const tabs = dealProcedure.states.filter((one) => (byState[one] ?? 0) > 0 || one === state);
  return (
    <>
      <PageHeader title={t("title")} lead={t("list.lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary {...view.summary({})} />
        <InvitationList invitations={invitations} />
        <OpenablePairs pairs={pairs} />
        <Tabs
          label={t("list.state")}
          items={[
            {
              to: "/desk/deals",
              label: t("list.running"),
              count: running,
              current: state === null,
            },
            ...tabs.map((one) => ({
              to: `/desk/deals?state=${one}`,
              label: t(`states.${one}`),
              count: byState[one] ?? 0,
              current: state === one,
            })),
            { to: "/desk/deals?state=all", label: t("list.all"), current: state === "all" },
          ]}
        />
        <DealTable
          items={items}
          empty={
            <EmptyState
              icon="handshake"
              title={t("list.emptyTitle")}
              actions={
                <>
                  <LinkButton to="/desk/introductions">{t("list.toIntroductions")}</LinkButton>
                  <LinkButton to="/desk/matches">{t("list.toMatches")}</LinkButton>
                </>
              }
            >
              {t("list.emptyText")}
            </EmptyState>
          }
        />
        {total > PAGE_SIZE && (
          <Pagination
            previousTo={page > 1 ? link(page - 1) : null}
            nextTo={from + items.length < total ? link(page + 1) : null}
            summary={t("list.summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
      </div>
    </>
  );
}
