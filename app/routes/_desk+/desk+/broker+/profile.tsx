import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MoveTimeline } from "~/components/brokers/move-timeline";
import { CertificateForm, PersonForm, WorkForm } from "~/components/brokers/profile-forms";
import {
  ConsentForm,
  ProfileFileForm,
  ProfileMoves,
} from "~/components/brokers/profile-publication";
import { ProfileStateBadge } from "~/components/brokers/state-badges";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Stepper } from "~/components/ui/stepper";
import {
  type BrokerProfileMove,
  OPEN_STATES,
  WORK_STATES,
} from "~/domain/brokers/broker-profile-procedure";
import { findOwnProfile } from "~/domain/brokers/broker-profile-queries.server";
import { PROFILE_STEPS, type ProfileStep } from "~/domain/brokers/broker-profile-schema";
import { PHOTO_TYPES } from "~/domain/brokers/profile-file-rules";
import { listProfileChoices } from "~/domain/brokers/profile-options.server";
import { PAGE_TYPES } from "~/domain/shared/file-type-rules";
import { changeProfile } from "~/http/brokers/change-profile.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const file = await findOwnProfile(actor, db);
    const asked = new URL(request.url).searchParams.get("step");
    const t = getFixedT(request, ["brokers", "common"]);
    return {
      file,
      step: PROFILE_STEPS.find((one) => one === asked) ?? "person",
      options: await listProfileChoices(actor, file?.regionCode ?? null, findLocale(request), db),
      title: `${t("brokers:profile.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  return withErrors(() => changeProfile(request, actor));
}

/** Fields of each step, to mark the steps that lack one. */
const FIELDS: Record<ProfileStep, readonly string[]> = {
  person: ["displayName", "regionCode"],
  certificate: [
    "level",
    "certificateNumber",
    "certificateIssuedOn",
    "certificateBase",
    "certificateFileId",
  ],
  work: ["intro", "fieldCodes", "serviceCodes", "languageCodes", "conflictStatement"],
  publication: [],
};

export default function BrokerProfilePage() {
  const { file, step, options } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("brokers");
  if (!file) {
    return (
      <>
        <PageHeader title={t("profile.apply")} lead={t("profile.applyLead")} />
        <Card>
          <p className="mb-4">{t("profile.applyNeeds")}</p>
          <Form method="post">
            <SubmitButton intent="start">{t("profile.start")}</SubmitButton>
          </Form>
        </Card>
      </>
    );
  }
  const open = step === "work" || step === "publication" ? WORK_STATES : OPEN_STATES;
  const isOpen = open.includes(file.state);
  const missing: readonly string[] = file.missing;
  const moveText = (move: string) => t(`profileMoves.${move as BrokerProfileMove}`);
  const names = [...FIELDS.person, ...FIELDS.certificate, ...FIELDS.work];
  const labels = Object.fromEntries(
    [...names, "agencyId", "poolMemberSince", "certificateExpiresOn", "regionCodes"].map((name) => [
      name,
      t(`profile.${name as "displayName"}`),
    ]),
  );
  return (
    <>
      <PageHeader
        title={t("profile.title")}
        eyebrow={<ProfileStateBadge state={file.state} />}
        lead={t(`stateNotes.${file.state}`)}
        breadcrumbs={[
          { label: t("board.title"), to: "/desk/broker" },
          { label: t("profile.title") },
        ]}
      />
      <div className="space-y-5">
        <Stepper
          label={t("profile.title")}
          steps={PROFILE_STEPS.map((one) => ({
            id: one,
            label: t(`profile.steps.${one}`),
            to: `/desk/broker/profile?step=${one}`,
            status:
              one === step
                ? "current"
                : FIELDS[one].some((field) => missing.includes(field)) ||
                    (one === "publication" && file.publicationConsentAt === null)
                  ? "todo"
                  : "done",
          }))}
        />
        <FormErrorSummary {...view.summary(labels)} />
        {!isOpen && (
          <Alert tone="info">
            {t("profile.fixed")} {file.state === "PUBLIC" && t("profile.fixedReopen")}
          </Alert>
        )}
        {isOpen && step === "person" && (
          <Card>
            <PersonForm file={file} options={options} view={view} />
          </Card>
        )}
        {isOpen && step === "certificate" && (
          <>
            <Card>
              <ProfileFileForm
                kind="certificate"
                types={PAGE_TYPES}
                view={view}
                has={
                  file.certificateFile && (
                    <p>
                      {t("profile.certificateFileHas")}
                      <a className="link" href={`/desk/broker/files/${file.id}/certificate`}>
                        {file.certificateFile.name}
                      </a>
                    </p>
                  )
                }
              />
            </Card>
            <Card>
              <CertificateForm file={file} options={options} view={view} />
            </Card>
          </>
        )}
        {isOpen && step === "work" && (
          <Card>
            <WorkForm file={file} options={options} view={view} />
          </Card>
        )}
        {step === "publication" && (
          <>
            {isOpen && (
              <Card title={t("profile.photo")}>
                <ProfileFileForm
                  kind="photo"
                  types={PHOTO_TYPES}
                  view={view}
                  has={file.photoFileId && <p>{t("profile.photoHas")}</p>}
                />
              </Card>
            )}
            {file.state !== "REVOKED" && (
              <Card title={t("profile.publicationConsent")}>
                <ConsentForm file={file} view={view} />
              </Card>
            )}
            <Card title={t("profile.check")}>
              <p className="mb-3">
                {file.missing.length === 0
                  ? t("profile.checkDone")
                  : t("profile.missing", {
                      fields: file.missing
                        .map((field) => t(`profile.${field}`))
                        .join(t("listSeparator")),
                    })}
              </p>
              <ProfileMoves file={file} />
            </Card>
          </>
        )}
        {file.timeline.length > 0 && (
          <Card title={t("profile.history")}>
            <MoveTimeline entries={file.timeline} text={moveText} />
          </Card>
        )}
      </div>
    </>
  );
}
