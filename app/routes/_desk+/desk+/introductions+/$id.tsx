import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { OpenRoom } from "~/components/deals/open-room";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { MessageForm, MessageList } from "~/components/matching/conversation";
import { IntroductionMoves } from "~/components/matching/introduction-moves";
import { IntroductionStateBadge, ReplyClock } from "~/components/matching/introduction-state";
import { useIntroductionHints } from "~/components/matching/use-introduction-hints";
import { useOwnerText } from "~/components/matching/use-owner-text";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { openDeal } from "~/domain/deals/open-deal.server";
import { getIntroductionRoom } from "~/domain/deals/opening-queries.server";
import { answerIntroduction } from "~/domain/matching/answer-introduction.server";
import { declineSchema } from "~/domain/matching/answer-schema";
import { getIntroduction } from "~/domain/matching/introduction-queries.server";
import { messageSchema } from "~/domain/matching/introduction-schema";
import { markConversationRead } from "~/domain/matching/mark-conversation-read.server";
import { postMessage } from "~/domain/matching/post-message.server";
import { withdrawIntroduction } from "~/domain/matching/withdraw-introduction.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["matching", "common"]);
    const introduction = await getIntroduction(params.id ?? "", actor, getDb());
    // A browser that only prepares for a click has not shown anything to the person.
    const isPrefetch = /prefetch/i.test(request.headers.get("sec-purpose") ?? "");
    if (!isPrefetch) {
      await markConversationRead(introduction.id, introduction.sequence, actor, getDb());
    }
    return {
      title: `${introduction.asked.title} · ${t("introductionsTitle")} · ${t("common:marketName")}`,
      now: clock.now().getTime(),
      introduction,
      room: await getIntroductionRoom(introduction, actor, getDb()),
      messageId: newId(),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const id = params.id;
    if (!isId(id)) throw new DomainError("not_found", { status: 404 });
    const fields = await readForm(request);
    const back = (message: string) =>
      redirectWithFlash(`/desk/introductions/${id}`, {
        tone: "success",
        message: `matching:${message}`,
      });
    switch (fields.get("intent")) {
      case "accept": {
        const form = parseFormData(fields, z.object({}));
        return answerForm(form, async () => {
          await answerIntroduction({ introductionId: id, answer: "accept" }, actor, db);
          return back("accepted");
        });
      }
      case "decline": {
        const form = parseFormData(fields, declineSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          const { declineCode } = form.value;
          await answerIntroduction(
            { introductionId: id, answer: "decline", declineCode },
            actor,
            db,
          );
          return back("declined");
        });
      }
      case "withdraw": {
        const form = parseFormData(fields, z.object({}));
        return answerForm(form, async () => {
          await withdrawIntroduction(id, actor, db);
          return back("withdrawn");
        });
      }
      case "message": {
        const form = parseFormData(fields, messageSchema);
        if (form.status !== "success") return refuseForm(form);
        return answerForm(form, async () => {
          await postMessage(id, form.value, actor, db);
          return back("sent");
        });
      }
      case "openDeal": {
        const form = parseFormData(fields, z.object({}));
        return answerForm(form, async () => {
          const deal = await openDeal({ introductionId: id }, actor, db);
          return redirectWithFlash(`/desk/deals/${deal.id}`, {
            tone: "success",
            message: "deals:open.opened",
          });
        });
      }
      default:
        throw new DomainError("bad_form", { status: 400 });
    }
  });
}

export default function IntroductionPage() {
  const { t } = useTranslation("matching");
  const ownerText = useOwnerText();
  const { introduction, room, messageId, now } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  useIntroductionHints(introduction.id, introduction.sequence);
  const { state, side, request, asked, own } = introduction;
  const listing = (one: { title: string; href: string | null }) =>
    one.href ? (
      <Link className="link" to={one.href}>
        {one.title}
      </Link>
    ) : (
      `${one.title}（${t("notListed")}）`
    );
  const note = `${state}_${side}` as const;
  const lastMine = introduction.messages.findLast((message) => message.isMine)?.sequence ?? 0;
  return (
    <>
      <PageHeader
        title={asked.title}
        eyebrow={
          <>
            <IntroductionStateBadge state={state} />
            <span className="text-sm text-muted">
              {t("numberLabel", { number: introduction.number })}
            </span>
          </>
        }
        lead={t(`stateNotes.${note}`)}
        breadcrumbs={[
          { label: t("introductionsTitle"), to: "/desk/introductions" },
          { label: side === "receiver" ? t("inbox") : t("outbox") },
        ]}
      />
      <div className="grid gap-5">
        <FormErrorSummary
          {...view.summary({ declineCode: t("declineReason"), body: t("message") })}
        />
        <IntroductionMoves moves={introduction.moves} declineError={view.error("declineCode")} />
        <OpenRoom {...room} />
        {state === "REQUESTED" && introduction.moves.length === 0 && (
          <Alert tone="info">{t("noPermission")}</Alert>
        )}
        <Card title={t("details")}>
          <DescriptionList
            columns={2}
            hideEmpty
            items={[
              { label: t("about"), value: listing(asked) },
              { label: t("columnOther"), value: ownerText(introduction.other) },
              {
                label: side === "requester" ? t("ownListing") : t("theirListing"),
                value: own ? listing(own) : null,
              },
              { label: t("columnCreated"), value: <DateTime value={introduction.createdAt} /> },
              {
                label: t("columnClock"),
                value:
                  state === "REQUESTED" || introduction.answeredAt ? (
                    <ReplyClock introduction={introduction} now={now} />
                  ) : null,
              },
              {
                label: t("declineReason"),
                value: introduction.declineCode
                  ? t(`declineCodes.${introduction.declineCode}`)
                  : null,
              },
              {
                label: t("questionCooperation"),
                value: <p className="prose-text whitespace-pre-wrap">{request.cooperation}</p>,
                wide: true,
              },
              {
                label: t("questionUnclear"),
                value: request.unclear ? (
                  <p className="prose-text whitespace-pre-wrap">{request.unclear}</p>
                ) : null,
                wide: true,
              },
              {
                label: t("questionAbout"),
                value: request.about ? (
                  <p className="prose-text whitespace-pre-wrap">{request.about}</p>
                ) : null,
                wide: true,
              },
            ]}
          />
          <p className="mt-3 text-sm text-muted">
            {introduction.requestedBy
              ? t("requestBy", { name: introduction.requestedBy })
              : t("requestByUnknown")}
          </p>
        </Card>
        {(state === "REQUESTED" || state === "ACCEPTED") && (
          <section aria-labelledby="conversation" className="grid gap-4">
            <h2 id="conversation" className="text-xl">
              {t("conversation")}
            </h2>
            {state === "ACCEPTED" ? (
              <MessageList messages={introduction.messages} />
            ) : (
              <p className="text-muted">
                {side === "requester" ? t("conversationAfterTheirs") : t("conversationAfterYours")}
              </p>
            )}
            {introduction.canWrite && (
              <MessageForm
                key={lastMine}
                messageId={view.value("messageId", messageId)}
                value={view.value("body")}
                error={view.error("body")}
              />
            )}
          </section>
        )}
      </div>
    </>
  );
}
