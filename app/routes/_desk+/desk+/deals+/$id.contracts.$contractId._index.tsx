import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Link,
  type ShouldRevalidateFunction,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ClauseAlerts } from "~/components/contracts/clause-alerts";
import { ClauseCard } from "~/components/contracts/clause-card";
import { ClauseForm } from "~/components/contracts/clause-form";
import { ContractDownloads } from "~/components/contracts/contract-downloads";
import { ContractStateBadge } from "~/components/contracts/contract-state";
import { ContractSteps } from "~/components/contracts/contract-steps";
import {
  ContractElements,
  ContractSummary,
  RemovedClauses,
  VersionLine,
} from "~/components/contracts/contract-summary";
import { useFormView } from "~/components/identity/form-view";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Timeline } from "~/components/ui/timeline";
import { adoptTerms } from "~/domain/contracts/adopt-terms.server";
import { approveDraft } from "~/domain/contracts/approve-draft.server";
import { changeDraft } from "~/domain/contracts/change-draft.server";
import {
  draftChangeSchema,
  draftRefSchema,
  moveNoteSchema,
} from "~/domain/contracts/contract-clause-schema";
import { getContractPage } from "~/domain/contracts/contract-page-queries.server";
import { finaliseContract } from "~/domain/contracts/finalise-contract.server";
import { reopenContract } from "~/domain/contracts/reopen-contract.server";
import { voidContract } from "~/domain/contracts/void-contract.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

function idsOf(params: { id?: string; contractId?: string }) {
  return { dealId: params.id ?? "", contractId: params.contractId ?? "" };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["contracts", "common"]);
    const page = await getContractPage(idsOf(params), actor, getDb());
    return { title: `${page.title} · ${t("title")} · ${t("common:marketName")}`, page };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** After a refused save the page shows the version that came in between. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 409 || defaultShouldRevalidate;

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const ids = idsOf(params);
    const fields = await readForm(request);
    const back = (done: string, hash = "") =>
      redirectWithFlash(`/desk/deals/${ids.dealId}/contracts/${ids.contractId}${hash}`, {
        tone: "success",
        message: `contracts:flash.${done}`,
      });
    switch (fields.get("intent")) {
      case "approve":
      case "adopt":
      case "finalise": {
        const form = parseFormData(fields, draftRefSchema);
        if (form.status !== "success") return refuseForm(form);
        const { draftNumber } = form.value;
        return answerForm(form, async () => {
          if (fields.get("intent") === "approve") {
            await approveDraft(ids, draftNumber, actor, db);
            return back("approved");
          }
          if (fields.get("intent") === "adopt") {
            await adoptTerms(ids, draftNumber, actor, db);
            return back("adopted");
          }
          await finaliseContract(ids, draftNumber, actor, db);
          return back("finalised");
        });
      }
      case "reopen":
      case "void": {
        const form = parseFormData(fields, moveNoteSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          const isVoid = fields.get("intent") === "void";
          await (isVoid ? voidContract : reopenContract)(ids, form.value.note, actor, db);
          return back(isVoid ? "voided" : "reopened");
        });
      }
      default: {
        const form = parseFormData(fields, draftChangeSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          const { key } = await changeDraft(ids, form.value, actor, db);
          return back("saved", form.value.intent === "remove" ? "" : `#clause-${key}`);
        });
      }
    }
  });
}

export default function ContractPage() {
  const { t } = useTranslation("contracts");
  const { page } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const [search] = useSearchParams();
  const href = `/desk/deals/${page.dealId}/contracts/${page.id}`;
  const editing = page.canEdit ? search.get("edit") : null;
  const adding = page.canEdit ? search.get("add") : null;
  const seen = Number(view.value("draftNumber"));
  const form = (
    intent: "edit" | "add",
    clause: (typeof page.clauses)[number],
    heading: string,
    body: string,
  ) => (
    <ClauseForm
      key={`${intent}-${clause.key}`}
      alerts={intent === "edit" && <ClauseAlerts clause={clause} />}
      href={href}
      draftNumber={page.draftNumber}
      clauseKey={clause.key}
      intent={intent}
      values={{
        heading: view.value("heading", heading),
        body: view.value("body", body),
        note: view.value("note"),
      }}
      errors={{
        heading: view.error("heading"),
        body: view.error("body"),
        note: view.error("note"),
      }}
    />
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header className="grid gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="text-xl">{page.title}</h2>
          <ContractStateBadge state={page.state} />
        </div>
        <p className="text-sm text-muted">
          {t(`kinds.${page.kind}`)} · {page.categoryName} · {t("number", { number: page.number })}
          {page.parent && (
            <>
              {" · "}
              {t("supplementOf")}{" "}
              <Link className="link" to={`/desk/deals/${page.dealId}/contracts/${page.parent.id}`}>
                {page.parent.title}
              </Link>
            </>
          )}
        </p>
        <VersionLine page={page} href={href} />
      </header>
      <FormErrorSummary
        {...view.summary({ heading: t("heading"), body: t("body"), note: t("note") })}
      />
      {seen > 0 && seen < page.draftNumber && (
        <p>
          <Link className="link" to={`${href}/versions?from=${seen}&to=${page.draftNumber}`}>
            {t("compareBetween")}
          </Link>
        </p>
      )}
      <ContractSummary page={page} href={href} />
      <div className="grid gap-5 lg:grid-cols-2">
        <ContractSteps page={page} href={href} noteError={view.error("note")} />
        <div className="grid content-start gap-5">
          <ContractDownloads page={page} href={href} />
          <ContractElements page={page} />
        </div>
      </div>
      <Card title={t("text")}>
        <div>
          {page.clauses.map((clause, index) =>
            editing === clause.key ? (
              form("edit", clause, clause.heading, clause.body)
            ) : (
              <div key={clause.key}>
                <ClauseCard
                  clause={clause}
                  href={href}
                  draftNumber={page.draftNumber}
                  canEdit={page.canEdit}
                  isFirst={index === 0}
                  isLast={index === page.clauses.length - 1}
                />
                {adding === clause.key && form("add", clause, "", "")}
              </div>
            ),
          )}
        </div>
      </Card>
      <RemovedClauses page={page} href={href} />
      {page.timeline.length > 0 && (
        <Card title={t("timelineTitle")}>
          <Timeline
            items={page.timeline.map((one) => ({
              id: one.id,
              title: t(`moves.${one.move as "finalise"}`),
              at: one.at,
              ...(one.actorName ? { actor: one.actorName } : {}),
              ...(one.note ? { note: one.note } : {}),
            }))}
          />
        </Card>
      )}
    </div>
  );
}
