import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { Select } from "~/components/ui/select";
import { COMMITMENT_VERSION } from "~/domain/registration/commitment-rules";
import type { RegistrationMove } from "~/domain/registration/registration-procedure";
import type { MoveView } from "~/domain/registration/registration-view";
import type { FormViewPart } from "./form-editor";
import { MovePanel } from "./move-panel";

type ApplicantMovesProps = {
  moves: readonly MoveView[];
  points: readonly { id: string; name: string }[];
  supplements: readonly { id: string; title: string }[];
  view: FormViewPart;
  reasonOf: (code: string) => string | undefined;
};

/** The applicant's steps, each with what it asks for. */
export function ApplicantMoves({
  moves,
  points,
  supplements,
  view,
  reasonOf,
}: ApplicantMovesProps) {
  const { t } = useTranslation("recognition");
  const tried = view.value("intent");
  const panel = (move: RegistrationMove) => {
    const found = moves.find((one) => one.move === move);
    if (!found) return null;
    const isTried = tried === move;
    return {
      move,
      disabled: found.disabled ? reasonOf(found.disabled) : undefined,
      isOpen: isTried,
      ...(isTried ? { note: view.value("note"), noteError: view.error("note") } : {}),
    };
  };
  const submit = panel("submit");
  const point = points.length > 0 ? panel("sendToPoint") : null;
  const change = panel("applyForChange");
  const cancellation = panel("applyForCancellation");
  const objection = panel("object");
  const resubmit = panel("resubmit") ?? panel("answerCorrection");
  const withdraw = panel("withdraw");
  if (moves.length === 0) return null;
  const commitment = (move: string) => (
    <>
      <p className="prose-text rounded-md bg-sunken p-4">
        {t("submit.commitmentText", { version: COMMITMENT_VERSION })}
      </p>
      <Checkbox
        id={`commitment-${move}`}
        name="commitment"
        value={COMMITMENT_VERSION}
        label={t("submit.accept")}
        error={tried === move ? view.error("commitment") : undefined}
      />
    </>
  );
  return (
    <Card title={t("page.moves")}>
      <div className="grid gap-4">
        {resubmit && <MovePanel {...resubmit} />}
        {submit && <MovePanel {...submit}>{commitment("submit")}</MovePanel>}
        {point && (
          <MovePanel {...point} variant="secondary">
            <Select
              name="servicePointId"
              label={t("page.servicePoint")}
              options={points.map((one) => ({ value: one.id, label: one.name }))}
              error={tried === "sendToPoint" ? view.error("servicePointId") : undefined}
              required
            />
            {commitment("sendToPoint")}
          </MovePanel>
        )}
        {change && supplements.length === 0 && (
          <p className="text-sm text-muted">{t("submit.supplementNone")}</p>
        )}
        {change && supplements.length > 0 && (
          <MovePanel {...change} noteLabel={t("submit.reason")}>
            <Select
              name="supplementId"
              label={t("submit.supplement")}
              options={supplements.map((one) => ({ value: one.id, label: one.title }))}
              error={tried === "applyForChange" ? view.error("supplementId") : undefined}
              required
            />
          </MovePanel>
        )}
        {cancellation && (
          <MovePanel {...cancellation} variant="secondary" noteLabel={t("submit.cancelReason")} />
        )}
        {objection && (
          <MovePanel {...objection} variant="secondary" noteLabel={t("submit.objection")} />
        )}
        {withdraw && (
          <MovePanel {...withdraw} variant="danger">
            <p>{t("submit.withdrawText")}</p>
          </MovePanel>
        )}
      </div>
    </Card>
  );
}
