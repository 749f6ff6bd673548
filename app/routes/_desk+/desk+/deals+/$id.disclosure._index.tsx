import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DisclosureLog } from "~/components/deals/disclosure-log";
import { GivenGrants } from "~/components/deals/given-grants";
import { GrantForm } from "~/components/deals/grant-form";
import { NdaPanel } from "~/components/deals/nda-panel";
import { OpenedToMeList } from "~/components/deals/opened-to-me";
import { useFormView } from "~/components/identity/form-view";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { acceptNda } from "~/domain/deals/accept-nda.server";
import { DISCLOSURE_PAGE_SIZE, getDisclosure } from "~/domain/deals/disclosure-queries.server";
import { grantSchema, ndaSchema, revokeSchema } from "~/domain/deals/disclosure-schema";
import { grantDisclosure } from "~/domain/deals/grant-disclosure.server";
import { revokeDisclosure } from "~/domain/deals/revoke-disclosure.server";
import { markRead } from "~/domain/notifications/mark-read.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

function pageOf(params: URLSearchParams, name: string): number {
  const asked = Number.parseInt(params.get(name) ?? "1", 10);
  return Number.isFinite(asked) ? Math.min(Math.max(asked, 1), 1000) : 1;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.id ?? "";
    const query = new URL(request.url).searchParams;
    const pages = { grants: pageOf(query, "grants"), log: pageOf(query, "log") };
    const disclosure = await getDisclosure(id, pages, actor, getDb());
    await markRead({ href: `/desk/deals/${id}/disclosure` }, actor, getDb());
    return { id, pages, size: DISCLOSURE_PAGE_SIZE, disclosure };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const id = params.id ?? "";
    const fields = await readForm(request);
    const back = (message: "ndaDone" | "grantDone" | "revokeDone") =>
      redirectWithFlash(`/desk/deals/${id}/disclosure`, {
        tone: "success",
        message: `deals:disclosure.${message}`,
      });
    switch (fields.get("intent")) {
      case "nda": {
        const form = parseFormData(fields, ndaSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          const { textHash } = form.value;
          await acceptNda(id, { textHash, ipAddress: context.clientIp }, actor, db);
          return back("ndaDone");
        });
      }
      case "grant": {
        const form = parseFormData(fields, grantSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await grantDisclosure(id, form.value, actor, db);
          return back("grantDone");
        });
      }
      case "revoke": {
        const form = parseFormData(fields, revokeSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await revokeDisclosure(id, form.value.grantId, actor, db);
          return back("revokeDone");
        });
      }
      default:
        throw new DomainError("bad_form", { status: 400 });
    }
  });
}

export default function DealDisclosurePage() {
  const { t } = useTranslation("deals");
  const { id, pages, size, disclosure } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { nda, toMe, own, log, isClosed, isParticipant } = disclosure;
  const isRunning = isParticipant && !isClosed;
  const pager = (name: "grants" | "log", shown: number, total: number) => {
    if (total <= size) return null;
    const page = pages[name];
    const other = name === "grants" ? `log=${pages.log}` : `grants=${pages.grants}`;
    const link = (to: number) => `/desk/deals/${id}/disclosure?${other}&${name}=${to}`;
    const from = (page - 1) * size;
    return (
      <Pagination
        previousTo={page > 1 ? link(page - 1) : null}
        nextTo={from + shown < total ? link(page + 1) : null}
        summary={t("disclosure.summary", { from: from + 1, to: from + shown, total })}
      />
    );
  };
  return (
    <section aria-labelledby="disclosure" className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        <h2 id="disclosure" className="text-xl">
          {t("disclosure.title")}
        </h2>
        <p className="mt-1 text-muted">{t("disclosure.lead")}</p>
      </div>
      <FormErrorSummary
        {...view.summary({
          things: t("disclosure.grantThings"),
          userIds: t("disclosure.grantPeople"),
          until: t("disclosure.grantUntil"),
          agree: t("disclosure.ndaTitle"),
          textHash: t("disclosure.ndaTitle"),
        })}
      />
      {isParticipant && <NdaPanel nda={nda} canAccept={isRunning} view={view} />}
      {isParticipant && (
        <OpenedToMeList dealId={id} items={toMe} isReadable={nda.acceptedAt !== null} />
      )}
      {own && (
        <>
          {isRunning && <GrantForm own={own} view={view} />}
          <GivenGrants grants={own.grants} canRevoke={isRunning} />
          {pager("grants", own.grants.length, own.grantTotal)}
        </>
      )}
      {log && (
        <>
          <DisclosureLog entries={log.entries} />
          {pager("log", log.entries.length, log.total)}
        </>
      )}
    </section>
  );
}
