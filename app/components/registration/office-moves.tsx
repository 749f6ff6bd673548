import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { MoneyInput } from "~/components/ui/money-input";
import { Select } from "~/components/ui/select";
import type { CaseView } from "~/domain/registration/case-view";
import { REFUSAL_GROUNDS } from "~/domain/registration/check-name-rules";
import {
  type RegistrationMove,
  registrationProcedure,
} from "~/domain/registration/registration-procedure";
import { toYuanText } from "~/domain/shared/money";
import type { FormViewPart } from "./form-editor";
import { MovePanel } from "./move-panel";

type OfficeMovesProps = {
  view: CaseView;
  form: FormViewPart;
  reasonOf: (code: string) => string | undefined;
};

const NAMES_SOMEBODY = new Set<RegistrationMove>([
  "assign",
  "reassign",
  "assignSecond",
  "reviewAnew",
]);
const STATES_AMOUNTS = new Set<RegistrationMove>(["register", "approveChange", "recogniseAnew"]);
const AGAINST = new Set<RegistrationMove>([
  ...(["refuseAcceptance", "refuse", "cancel", "revoke", "declineChange"] as const),
]);
const ASIDE = new Set<RegistrationMove>([
  ...(["returnToDraft", "sendBack", "askFormalCorrection", "askCorrection", "reassign"] as const),
]);

/** The office's steps that are open now, each with what it asks for; a closed one says why. */
export function OfficeMoves({ view, form, reasonOf }: OfficeMovesProps) {
  const { t } = useTranslation("recognition");
  if (view.moves.length === 0) return null;
  const tried = form.value("intent");
  return (
    <Card title={t("page.moves")}>
      <div className="grid gap-4">
        {view.moves.map(({ move, disabled }) => {
          const needsNote = "needsNote" in registrationProcedure.moves[move];
          const isTried = tried === move;
          const hasFields =
            NAMES_SOMEBODY.has(move) || STATES_AMOUNTS.has(move) || move === "refuse";
          return (
            <MovePanel
              key={move}
              move={move}
              disabled={disabled ? reasonOf(disabled) : undefined}
              variant={AGAINST.has(move) ? "danger" : ASIDE.has(move) ? "secondary" : "primary"}
              isOpen={isTried}
              note={isTried ? form.value("note") : ""}
              noteError={isTried ? form.error("note") : undefined}
              {...(needsNote || STATES_AMOUNTS.has(move) ? { noteLabel: t("case.note") } : {})}
            >
              {hasFields ? (
                <>
                  {NAMES_SOMEBODY.has(move) && (
                    <Select
                      id={`registrar-${move}`}
                      name="registrarId"
                      label={t("case.registrar")}
                      defaultValue={isTried ? form.value("registrarId") : view.readerId}
                      options={view.assignees.map((one) => ({ value: one.id, label: one.name }))}
                      error={isTried ? form.error("registrarId") : undefined}
                      required
                    />
                  )}
                  {STATES_AMOUNTS.has(move) && (
                    <AmountFields move={move} view={view} form={form} isTried={isTried} />
                  )}
                  {move === "refuse" && <GroundFields view={view} form={form} isTried={isTried} />}
                </>
              ) : null}
            </MovePanel>
          );
        })}
      </div>
    </Card>
  );
}

type PartProps = { view: CaseView; form: FormViewPart; isTried: boolean };

function AmountFields({ move, view, form, isTried }: PartProps & { move: RegistrationMove }) {
  const { t } = useTranslation("recognition");
  const { amounts, form: values } = view.dossier;
  const ofForm = (id: "total_amount" | "technical_amount") => {
    const value = values[id]?.value;
    return value && /^\d+$/.test(value) ? BigInt(value) : null;
  };
  // A change is decided on what the supplement says, a new recognition on what stands.
  const isChange = move === "approveChange";
  const total = (isChange ? ofForm("total_amount") : null) ?? amounts.totalFen;
  const technical = (isChange ? ofForm("technical_amount") : null) ?? amounts.technicalFen;
  const approved = isChange ? technical : (amounts.approvedIncomeFen ?? technical);
  const text = (fen: bigint | null) => (fen === null ? "" : toYuanText(fen));
  const field = (name: "total" | "technical" | "approved", stored: bigint | null) => (
    <MoneyInput
      id={`${name}-${move}`}
      name={name}
      label={t(`page.${name}`)}
      defaultValue={isTried ? form.value(name) : text(stored)}
      error={isTried ? form.error(name) : undefined}
      required
    />
  );
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        {field("total", total)}
        {field("technical", technical)}
        {field("approved", approved)}
      </div>
      <p className="text-sm text-muted">{t("case.rule")}</p>
    </>
  );
}

function GroundFields({ view, form, isTried }: PartProps) {
  const { t } = useTranslation(["recognition", "registration"]);
  const { refusals } = view.dossier;
  return (
    <>
      <p className="text-sm text-muted">
        {refusals.length > 0
          ? t("recognition:case.suggested", { codes: refusals.join(" ") })
          : t("recognition:case.noGround")}
      </p>
      <CheckboxGroup
        name="codes"
        label={t("recognition:case.codes")}
        defaultValue={refusals}
        options={REFUSAL_GROUNDS.map((code) => ({
          value: code,
          label: `${code} ${t(`registration:refusal.${code}`)}`,
        }))}
        error={isTried ? form.error("codes") : undefined}
        required
      />
    </>
  );
}
