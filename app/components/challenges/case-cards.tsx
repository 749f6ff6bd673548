import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Deadline } from "~/components/ui/deadline";
import { DescriptionList } from "~/components/ui/description-list";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import type { ChallengeCase } from "~/domain/challenges/challenge-view";
import { TakerStateBadge } from "./challenge-state";
import { RecusalForms } from "./recusal-forms";
import { TargetTable } from "./target-table";
import { shareText, useMoney } from "./use-money";

/** The content of a challenge as poster and office read it. */
export function CaseContent({ challenge }: { challenge: ChallengeCase }) {
  const { t } = useTranslation("challenges");
  const money = useMoney();
  const { form } = challenge;
  const text = (value: string) => <span className="whitespace-pre-wrap">{value}</span>;
  return (
    <>
      <Card title={t("page.facts")}>
        <DescriptionList
          items={[
            { label: t("page.poster"), value: challenge.organisation },
            { label: t("list.listKind"), value: t(`listKinds.${form.listKind}`) },
            { label: t("page.posterPart"), value: money(form.posterFen ?? 0n) },
            { label: t("page.publicPart"), value: money(form.publicFen ?? 0n) },
            { label: t("page.publicSource"), value: form.publicSource },
            { label: t("page.mode"), value: t(`modes.${form.takerMode}`) },
            { label: t("work.edit.maxTakers"), value: form.maxTakers },
            { label: t("work.edit.scoutShare"), value: shareText(form.scoutShareBp ?? 0) },
            {
              label: t("page.due"),
              value: challenge.intentionsDueAt && <Deadline value={challenge.intentionsDueAt} />,
            },
            { label: t("page.finish"), value: form.finishOn },
            { label: t("page.region"), value: challenge.region },
            { label: t("page.fields"), value: challenge.fields.join("、") },
            { label: t("page.background"), value: text(form.background) },
            { label: t("page.content"), value: text(form.content) },
            { label: t("page.ip"), value: text(form.ipTerms) },
            { label: t("page.eligibility"), value: text(form.eligibility) },
            { label: t("page.confidential"), value: text(form.confidential) },
          ]}
        />
      </Card>
      <Card title={t("page.targets")} padding="flush">
        <TargetTable targets={form.targets} />
      </Card>
    </>
  );
}

/** Experts with where each stands; the office invites. */
export function ExpertCard({
  challenge,
  mayInvite,
  view,
}: {
  challenge: ChallengeCase;
  mayInvite: boolean;
  view: FormAnswer;
}) {
  const { t } = useTranslation("challenges");
  return (
    <Card title={t("work.case.experts")} id="experts">
      <p className="mb-3 text-sm text-muted">
        {t("work.case.expertsLead", { minimum: challenge.expertsMinimum })}
      </p>
      {challenge.experts.length > 0 && (
        <Table
          caption={t("work.case.experts")}
          rows={challenge.experts}
          rowKey={(one) => one.id}
          columns={[
            {
              key: "name",
              header: t("work.case.expertName"),
              rowHeader: true,
              cell: (one) => one.name,
            },
            {
              key: "state",
              header: t("work.case.expertState"),
              cell: (one) => (
                <>
                  <span className="whitespace-nowrap">
                    {t(`work.case.expertStates.${one.state}`)}
                  </span>
                  {one.recusalNote && (
                    <span className="block text-sm text-muted">{one.recusalNote}</span>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {mayInvite && <RecusalForms experts={challenge.experts} view={view} />}
      {mayInvite && (
        <Form method="post" className="mt-4 grid gap-3" noValidate>
          <TextInput
            name="email"
            type="email"
            label={t("work.office.email")}
            required
            width="medium"
            defaultValue={view.text("email")}
            error={view.error("email")}
          />
          <div>
            <SubmitButton intent="invite" size="sm">
              {t("work.office.invite")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}

/** The takers at work. */
export function TakerCard({ challenge }: { challenge: ChallengeCase }) {
  const { t } = useTranslation("challenges");
  if (challenge.takers.length === 0) return null;
  return (
    <Card title={t("work.case.takers")} padding="flush">
      <Table
        caption={t("work.case.takers")}
        rows={challenge.takers}
        rowKey={(one) => one.id}
        columns={[
          {
            key: "taker",
            header: t("results.taker"),
            rowHeader: true,
            cell: (one) => (
              <Link className="link" to={`/desk/challenges/takers/${one.id}`}>
                {one.organisation}
              </Link>
            ),
          },
          {
            key: "state",
            header: t("results.state"),
            cell: (one) => <TakerStateBadge state={one.state} />,
          },
          {
            key: "milestones",
            header: t("results.milestones"),
            cell: (one) =>
              t("results.milestonesText", { accepted: one.accepted, all: one.milestones }),
          },
        ]}
      />
    </Card>
  );
}
