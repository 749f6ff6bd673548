import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { BrokerChecks, BrokerFileFacts } from "~/components/brokers/broker-facts";
import { MoveTimeline } from "~/components/brokers/move-timeline";
import { ProfileStateBadge } from "~/components/brokers/state-badges";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import {
  BROKER_OFFICE_MOVES,
  type BrokerProfileMove,
} from "~/domain/brokers/broker-profile-procedure";
import { getBrokerFile } from "~/domain/brokers/broker-profile-queries.server";
import { noteSchema } from "~/domain/brokers/broker-profile-schema";
import { labelProfile } from "~/domain/brokers/code-labels.server";
import { decideBrokerProfile } from "~/domain/brokers/decide-broker-profile.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireOffice } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["TALENT_POOL"]);
    const db = getDb();
    const file = await getBrokerFile(params.id ?? "", actor, db);
    const t = getFixedT(request, ["brokers", "common"]);
    return {
      file,
      labels: await labelProfile(db, file, findLocale(request)),
      moves: BROKER_OFFICE_MOVES.flatMap(
        (move) => file.moves.find((one) => one.move === move) ?? [],
      ),
      today: calendarDate(clock.now()),
      title: `${file.displayName} · ${t("brokers:queue.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const decisionSchema = noteSchema.extend({ move: z.enum(BROKER_OFFICE_MOVES, "not_a_choice") });

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["TALENT_POOL"]);
    const profileId = params.id;
    if (!isId(profileId)) throw new DomainError("not_found", { status: 404 });
    const form = await parseForm(request, decisionSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await decideBrokerProfile({ profileId, ...form.value }, actor, getDb());
      return redirectWithFlash("/office/brokers", {
        tone: "success",
        message: "brokers:queue.decided",
      });
    });
  });
}

export default function BrokerDecision() {
  const { file, labels, moves, today } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const errorText = useErrorText();
  const { t } = useTranslation("brokers");
  return (
    <>
      <PageHeader
        title={file.displayName}
        eyebrow={<ProfileStateBadge state={file.state} />}
        breadcrumbs={[
          { label: t("queue.title"), to: "/office/brokers" },
          { label: file.displayName },
        ]}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <BrokerFileFacts file={file} labels={labels} />
        <div className="space-y-6">
          <Card title={t("queue.checks")}>
            <BrokerChecks file={file} today={today} />
          </Card>
          <Card title={t("queue.decide")}>
            {moves.length === 0 ? (
              <p className="text-muted">{t("queue.noMoves")}</p>
            ) : (
              <Form method="post" className="space-y-4" noValidate>
                <FormErrorSummary
                  {...view.summary({ move: t("queue.decision"), note: t("queue.note") })}
                />
                <RadioGroup
                  name="move"
                  label={t("queue.decision")}
                  options={moves.map(({ move, refusal }) => ({
                    value: move,
                    label: move === "recheck" ? t("queue.recheck") : t(`profileMoves.${move}`),
                    disabled: refusal !== null,
                    hint: refusal ? errorText(refusal) : undefined,
                  }))}
                  defaultValue={view.value("move")}
                  error={view.error("move")}
                  required
                />
                <Textarea
                  name="note"
                  label={t("queue.note")}
                  hint={t("queue.noteHint")}
                  defaultValue={view.value("note")}
                  error={view.error("note")}
                  maxLength={500}
                  rows={4}
                />
                <SubmitButton>{t("queue.submit")}</SubmitButton>
              </Form>
            )}
          </Card>
          <Card title={t("profile.history")}>
            <MoveTimeline
              entries={file.timeline}
              text={(move) => t(`profileMoves.${move as BrokerProfileMove}`)}
            />
          </Card>
        </div>
      </div>
    </>
  );
}
