import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, Outlet, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { DealMoves } from "~/components/deals/deal-moves";
import { DealStateBadge } from "~/components/deals/deal-state";
import { DealTabs } from "~/components/deals/deal-tabs";
import { NextStep } from "~/components/deals/next-step";
import { RoomLinkContext, useRoomConnection } from "~/components/deals/use-room-link";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { closeSchema, reasonSchema } from "~/domain/deals/close-schema";
import { getDealFrame } from "~/domain/deals/deal-frame-queries.server";
import type { DealParty } from "~/domain/deals/deal-view";
import { moveDeal } from "~/domain/deals/move-deal.server";
import { settleDispute } from "~/domain/deals/settle-dispute.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["deals", "common"]);
    const frame = await getDealFrame(params.id ?? "", actor, getDb());
    return { title: `${frame.title} · ${t("title")} · ${t("common:marketName")}`, frame };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Moves of the room as a whole; the pages under it have actions of their own. */
export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const id = params.id ?? "";
    const fields = await readForm(request);
    const intent = String(fields.get("intent") ?? "");
    const back = (message: string) =>
      redirectWithFlash(`/desk/deals/${id}`, { tone: "success", message: `deals:${message}` });
    switch (intent) {
      case "pause":
      case "dispute": {
        const form = parseFormData(fields, reasonSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await moveDeal(id, { move: intent, note: form.value.note }, actor, db);
          return back("moves.done");
        });
      }
      case "resume":
        return answerForm(parseFormData(fields, z.object({})), async () => {
          await moveDeal(id, { move: "resume" }, actor, db);
          return back("moves.done");
        });
      case "settle":
        return answerForm(parseFormData(fields, z.object({})), async () => {
          const isSettled = await settleDispute(id, actor, db);
          return back(isSettled ? "moves.done" : "moves.settleSent");
        });
      case "close": {
        const form = parseFormData(fields, closeSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await moveDeal(id, { move: "close", ...form.value }, actor, db);
          return back("moves.done");
        });
      }
      default:
        throw new DomainError("bad_form", { status: 400 });
    }
  });
}

export default function DealLayout() {
  const { t } = useTranslation("deals");
  const { frame } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const view = useFormView(useActionData<typeof action>());
  const link = useRoomConnection(frame.id, pathname === `/desk/deals/${frame.id}`);
  const refusedIntent = view.value("intent");
  const refused = refusedIntent
    ? {
        intent: refusedIntent,
        note: view.value("note"),
        closeCode: view.value("closeCode"),
        noteError: view.error("note"),
        codeError: view.error("closeCode"),
      }
    : null;
  const party = (label: string, one: DealParty) => (
    <span>
      {label} <span className="font-medium text-ink">{one.name}</span>
      {one.isOurs && `（${t("ours")}）`}
    </span>
  );
  return (
    <>
      <PageHeader
        title={frame.title}
        eyebrow={
          <>
            <DealStateBadge state={frame.state} />
            <span className="text-sm text-muted">{t("number", { number: frame.number })}</span>
            {frame.closeCode && (
              <span className="text-sm text-muted">
                {t(`closeCodes.${frame.closeCode as "OTHER"}`)}
              </span>
            )}
          </>
        }
        meta={
          <>
            {party(t("roles.SUPPLY"), frame.supply)}
            {party(t("roles.DEMAND"), frame.demand)}
            {frame.achievement && (
              <Link className="link" to={`/achievements/${frame.achievement.id}`}>
                {t("disclosure.achievement")}
              </Link>
            )}
            {frame.need && (
              <Link className="link" to={`/needs/${frame.need.id}`}>
                {t("disclosure.need")}
              </Link>
            )}
          </>
        }
        breadcrumbs={[
          { label: t("title"), to: "/desk/deals" },
          { label: t("number", { number: frame.number }) },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary
          {...view.summary({ note: t("moves.note"), closeCode: t("moves.closeCode") })}
        />
        {!frame.isParticipant && <Alert tone="info">{t("onlooker")}</Alert>}
        <NextStep frame={frame} isHere={pathname === frame.stepHref} />
        <DealMoves frame={frame} refused={refused} />
        <DealTabs frame={frame} />
        <RoomLinkContext.Provider value={link}>
          <Outlet />
        </RoomLinkContext.Provider>
      </div>
    </>
  );
}
