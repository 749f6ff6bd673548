import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checklist, type ChecklistItem } from "~/components/ui/checklist";
import { DateTime } from "~/components/ui/date-time";
import { Disclosure } from "~/components/ui/disclosure";
import { Textarea } from "~/components/ui/textarea";
import { NOTE_MAX } from "~/domain/identity/organisation-schema";
import { checkUscc } from "~/domain/identity/uscc-rules";
import { isOrganisationState, OrganisationStateBadge } from "./state-badge";

type Clock = { clock: string; dueAt: Date };
export type VerificationFile = {
  state: string;
  uscc: string | null;
  usccOverrideReason: string | null;
  legalRepresentative: string | null;
  documents: readonly { purpose: string }[];
  timeline: readonly { move: string; note: string }[];
  clocks: readonly Clock[];
  mayEdit: boolean;
};

/** Where the verification stands, what is missing, and the next step. */
export function VerificationCard({
  file,
  noteError,
}: {
  file: VerificationFile;
  noteError: string | undefined;
}) {
  const { t } = useTranslation("identity");
  const state = isOrganisationState(file.state) ? file.state : "UNVERIFIED";
  const isEditable = state === "UNVERIFIED" || state === "RETURNED";
  const answer = file.timeline[0];
  return (
    <Card
      title={t("organisation.verification")}
      actions={<OrganisationStateBadge state={file.state} />}
    >
      <div className="space-y-4">
        <p>{t(`organisation.explain.${state}`)}</p>
        {(state === "RETURNED" || state === "SUSPENDED") && answer?.note && (
          <Alert tone={state === "RETURNED" ? "warning" : "danger"}>
            <p className="prose-text">{answer.note}</p>
          </Alert>
        )}
        <Clocks clocks={file.clocks} />
        {isEditable && <Conditions file={file} />}
        {file.mayEdit && <Moves state={state} noteError={noteError} />}
      </div>
    </Card>
  );
}

function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const { t } = useTranslation("identity");
  const known = clocks.filter(({ clock }) => ["review", "recheck", "grace"].includes(clock));
  return known.map(({ clock, dueAt }) => (
    <p key={clock} className="text-sm text-muted">
      {t(`clocks.${clock as "review" | "recheck" | "grace"}`)}{" "}
      {/* Due is the end of the day: the date shown is the last one. */}
      <DateTime value={new Date(new Date(dueAt).getTime() - 1)} />
    </p>
  ));
}

function Conditions({ file }: { file: VerificationFile }) {
  const { t } = useTranslation("identity");
  const check = checkUscc(file.uscc ?? "");
  const has = (purpose: string) => file.documents.some((one) => one.purpose === purpose);
  const isMet = check.form === "RIGHT" && check.isCheckDigitMet;
  const isExplained = Boolean(file.usccOverrideReason) && has("USCC_OVERRIDE");
  const isPerson = check.form === "RIGHT" && !isMet && isExplained;
  const edit = "/desk/organisation/edit";
  const items: ChecklistItem[] = [
    {
      id: "facts",
      label: t("organisation.conditionFacts"),
      state: file.uscc && file.legalRepresentative ? "met" : "unmet",
      to: file.uscc && file.legalRepresentative ? undefined : edit,
    },
    {
      id: "code",
      label: isPerson ? t("organisation.conditionCodePerson") : t("organisation.conditionCode"),
      state: isMet ? "met" : isPerson ? "person" : "unmet",
      to: isMet || isPerson ? undefined : edit,
    },
    {
      id: "licence",
      label: t("organisation.conditionLicence"),
      state: has("LICENCE") ? "met" : "unmet",
      to: has("LICENCE") ? undefined : "/desk/organisation/documents",
    },
  ];
  return (
    <div>
      <h3 className="mb-2 font-medium text-ink">{t("organisation.conditions")}</h3>
      <Checklist label={t("organisation.conditions")} items={items} />
    </div>
  );
}

function Moves({ state, noteError }: { state: string; noteError: string | undefined }) {
  const { t } = useTranslation("identity");
  switch (state) {
    case "UNVERIFIED":
    case "RETURNED":
      return (
        <Form method="post">
          <SubmitButton intent="submit">{t("buttons.submit")}</SubmitButton>
        </Form>
      );
    case "SUBMITTED":
      return (
        <Form method="post">
          <SubmitButton intent="recall" variant="secondary">
            {t("buttons.recall")}
          </SubmitButton>
        </Form>
      );
    case "VERIFIED":
    case "RECHECK":
      return (
        <div className="space-y-4">
          {state === "RECHECK" && (
            <Form method="post" className="space-y-2">
              <p className="text-sm text-muted">{t("organisation.requestRecheckHint")}</p>
              <SubmitButton intent="requestRecheck">{t("buttons.requestRecheck")}</SubmitButton>
            </Form>
          )}
          <Disclosure summary={t("buttons.reportChange")} open={noteError !== undefined}>
            <Form method="post" className="space-y-3">
              <p className="text-sm text-muted">{t("organisation.reportChangeHint")}</p>
              <Textarea
                name="note"
                label={t("fields.note")}
                error={noteError}
                maxLength={NOTE_MAX}
                rows={3}
                required
              />
              <SubmitButton intent="reportChange" variant="secondary">
                {t("buttons.reportChange")}
              </SubmitButton>
            </Form>
          </Disclosure>
        </div>
      );
    default:
      return null;
  }
}
