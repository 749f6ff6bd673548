import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChallengeForm } from "~/components/challenges/challenge-form";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { listOptions, regionTree } from "~/domain/catalogue/code-queries.server";
import { getChallengeCase } from "~/domain/challenges/challenge-case-queries.server";
import { CHALLENGE_FIELDS } from "~/domain/challenges/challenge-schema";
import { DomainError } from "~/domain/shared/domain-error";
import { editChallenge } from "~/http/challenges/edit-challenge.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["challenges", "common"]);
    const locale = findLocale(request);
    const db = getDb();
    const challenge = await getChallengeCase(db, params.id ?? "", actor, "poster", locale);
    if (!challenge.mayEdit) throw new DomainError("wrong_state", { status: 409 });
    const [fields, regions] = await Promise.all([
      listOptions(db, "fields", locale),
      regionTree(db, locale),
    ]);
    return {
      challenge,
      fields: fields.filter((one) => one.parent === null),
      regions,
      title: `${t("challenges:work.edit.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return editChallenge(request, params.id ?? "", actor, getDb());
  });
}

/** The poster's form. */
export default function EditChallengePage() {
  const { t } = useTranslation("challenges");
  const { challenge, fields, regions } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const { returned } = challenge;
  return (
    <>
      <PageHeader
        title={t("work.edit.title")}
        breadcrumbs={[
          { label: t("nav.mine"), to: "/desk/challenges" },
          {
            label: challenge.form.title || t("page.number", { number: challenge.number }),
            to: `/desk/challenges/${challenge.id}`,
          },
          { label: t("work.edit.title") },
        ]}
      />
      <div className="space-y-5">
        <FormErrorSummary {...view.summary(Object.fromEntries(fieldLabels(t)))} />
        {returned && (
          <Alert tone="warning" title={t("work.case.returned")}>
            <span className="whitespace-pre-wrap">{returned.note}</span>
          </Alert>
        )}
        <ChallengeForm
          key={challenge.revision}
          challenge={challenge}
          fields={fields}
          regions={regions}
          view={view}
        />
      </div>
    </>
  );
}

function fieldLabels(t: ReturnType<typeof useTranslation<"challenges">>["t"]) {
  return CHALLENGE_FIELDS.map((name) => [name, t(`work.fieldNames.${name}`)] as const);
}
