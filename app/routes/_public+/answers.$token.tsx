import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { AnswerPage } from "~/components/matching/answer-page";
import { answerByLink } from "~/domain/matching/answer-by-link.server";
import { getAnswerPage } from "~/domain/matching/answer-page-queries.server";
import { isAnswer, isDeclineCode, linkAnswerSchema } from "~/domain/matching/answer-schema";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { parseFormData, readForm } from "~/http/form.server";
import { findActor } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

/** Opening the link writes nothing: mail scanners open links too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["matching", "common"]);
    const view = await getAnswerPage(params.token ?? "", await findActor(request), getDb());
    const query = new URL(request.url).searchParams;
    const asked = query.get("answer");
    const done = query.get("done");
    return {
      title: `${t("answerPage.title")} · ${t("common:marketName")}`,
      view,
      asked: isAnswer(asked) ? asked : null,
      done: done && {
        isMutual: done === "mutual",
        isTakenBack: done === "back" && view.current === null,
        before: readBefore(query.get("before")),
      },
    };
  });
}

/** The answer that stood before, as the page carries it: "NOT_FOR_US.PRICE". */
function readBefore(text: string | null) {
  const [answer, code] = (text ?? "").split(".");
  if (!isAnswer(answer)) return null;
  return { answer, declineCode: isDeclineCode(code) ? code : null };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
  // Not "no-referrer": a form without scripts would then hide where it comes from and be refused.
  { name: "referrer", content: "same-origin" },
];

/** Answers as the person whom the link was sent to, signed in or not. */
export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const token = params.token ?? "";
    const page = `/answers/${encodeURIComponent(token)}`;
    const fields = await readForm(request);
    const form = parseFormData(fields, linkAnswerSchema);
    if (form.status !== "success") {
      // "Not for us" without a reason: the page asks for it.
      if (form.error?.declineCode) return redirect(`${page}?answer=NOT_FOR_US`);
      throw new DomainError("bad_form", { status: 400 });
    }
    const actor = await findActor(request);
    const { isMutual } = await answerByLink(token, form.value, actor, getDb());
    if (form.value.answer === "NONE") return redirect(`${page}?done=back`);
    const before = fields.get("before");
    const kept = typeof before === "string" && readBefore(before) ? before : null;
    return redirect(
      `${page}?done=${isMutual ? "mutual" : "saved"}${kept ? `&before=${encodeURIComponent(kept)}` : ""}`,
    );
  });
}

export default function AnswerByLinkPage() {
  const { t } = useTranslation("matching");
  const { view, asked, done } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("answerPage.title")} />
      <AnswerPage view={view} asked={asked} done={done || null} />
    </>
  );
}
