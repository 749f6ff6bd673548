import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { GivenJudgements } from "~/components/matching/given-judgements";
import { JudgeCard } from "~/components/matching/judge-card";
import { JudgeList, JudgementPages } from "~/components/matching/judge-list";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Tabs } from "~/components/ui/tabs";
import { judgePair } from "~/domain/matching/judge-pair.server";
import { canJudge } from "~/domain/matching/judge-rules";
import {
  findPairToJudge,
  listGivenJudgements,
  listPairsToJudge,
} from "~/domain/matching/judgement-queries.server";
import {
  JUDGEMENTS_PATH,
  judgementSchema,
  type PairToJudge,
} from "~/domain/matching/judgement-schema";
import { DomainError } from "~/domain/shared/domain-error";
import { readErrorCode } from "~/domain/shared/error-code";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { parseFormData, readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { safePath } from "~/http/safe-path";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAIRS_SHOWN = 5;
const GIVEN_SHOWN = 20;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const t = getFixedT(request, ["quality", "common"]);
    const params = new URL(request.url).searchParams;
    const title = `${t("quality:judge.title")} · ${t("common:marketName")}`;
    const given = readPaging(params, GIVEN_SHOWN);
    if (params.get("view") === "given") {
      const list = await listGivenJudgements(actor, given, db);
      return { title, view: "given" as const, ...list, page: given.page };
    }
    const asked = readPaging(params, PAIRS_SHOWN);
    if (params.has("need")) {
      const ids = { needId: params.get("need"), achievementId: params.get("achievement") };
      if (!canJudge(actor)) throw new DomainError("forbidden", { status: 403 });
      return { title, view: "pair" as const, pair: await findPairToJudge(ids, actor, db) };
    }
    const list = await listPairsToJudge(actor, asked, db);
    return { title, view: "asked" as const, ...list, page: asked.page };
  });
}

/** Takes one judgement and goes on with what was to be judged. */
export function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    if (!canJudge(actor)) throw new DomainError("forbidden", { status: 403 });
    const fields = await readForm(request);
    const returnTo = fields.get("returnTo");
    const target = safePath(typeof returnTo === "string" ? returnTo : null, JUDGEMENTS_PATH);
    const refuse = (code: string, params = {}) =>
      redirectWithFlash(target, { tone: "danger", message: `errors:${code}`, params });
    const form = parseFormData(fields, judgementSchema);
    if (form.status !== "success") {
      const first = Object.values(form.error ?? {})
        .flat()
        .find((code) => typeof code === "string");
      const { code, params } = readErrorCode(first ?? "bad_form");
      return refuse(code, params);
    }
    try {
      const { isChanged, related } = await judgePair(form.value, actor, getDb());
      const { level } = form.value;
      if (!isChanged) {
        return await redirectWithFlash(target, { tone: "info", message: "quality:judge.same" });
      }
      return await redirectWithFlash(target, {
        tone: "success",
        message: related === null ? "quality:judge.saved" : "quality:judge.savedEstimated",
        params: related === null ? { level } : { level, percent: Math.round(related * 100) },
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refuse(error.code, error.params);
    }
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function JudgementsPage() {
  const { t } = useTranslation("quality");
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("judge.title")} lead={t("judge.lead")} />
      <div className="space-y-5">
        <Tabs
          label={t("judge.title")}
          items={[
            { to: JUDGEMENTS_PATH, label: t("judge.toJudge"), current: data.view === "asked" },
            {
              to: `${JUDGEMENTS_PATH}?view=given`,
              label: t("judge.given"),
              current: data.view === "given",
            },
          ]}
        />
        {data.view === "asked" && <JudgeList {...data} size={PAIRS_SHOWN} />}
        {data.view === "pair" && <OnePair pair={data.pair} />}
        {data.view === "given" && (
          <>
            <GivenJudgements items={data.items} />
            <JudgementPages
              total={data.total}
              page={data.page}
              size={GIVEN_SHOWN}
              query="view=given&"
            />
          </>
        )}
        <p className="text-sm">
          <Link to="/matching" className="link">
            {t("link")}
          </Link>
        </p>
      </div>
    </>
  );
}

function OnePair({ pair }: { pair: PairToJudge | null }) {
  const { t } = useTranslation("quality");
  if (pair) return <JudgeCard pair={pair} number={1} returnTo={`${JUDGEMENTS_PATH}?view=given`} />;
  return (
    <EmptyState
      icon="list"
      title={t("judge.notOpenTitle")}
      actions={<LinkButton to={JUDGEMENTS_PATH}>{t("judge.back")}</LinkButton>}
    >
      {t("judge.notOpenText")}
    </EmptyState>
  );
}
