import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names";
import { Icon } from "./icon";
import { VisuallyHidden } from "./visually-hidden";

export interface Step {
  id: string;
  label: string;
  /** Where the step is edited; without it the step cannot be opened yet. */
  to?: string;
  status: "done" | "current" | "todo" | "error";
}

const mark: Record<Step["status"], string> = {
  done: "border-brand-600 bg-brand-600 text-white",
  current: "border-brand-600 bg-surface text-brand-700 ring-3 ring-brand-100",
  todo: "border-line-strong bg-surface text-muted",
  error: "border-danger-600 bg-danger-50 text-danger-600",
};

/** Where one is in a wizard. On phones: a line of marks with the current step's name. */
export function Stepper({ steps, label }: { steps: ReadonlyArray<Step>; label: string }) {
  const { t } = useTranslation("ui");
  const currentIndex = steps.findIndex((step) => step.status === "current");
  return (
    <nav aria-label={label}>
      {currentIndex >= 0 && (
        <p className="mb-2 text-sm text-muted sm:hidden">
          {t("stepper.position", { current: currentIndex + 1, total: steps.length })}
          <span className="ml-2 font-medium text-ink">{steps[currentIndex]?.label}</span>
        </p>
      )}
      <ol className="flex items-start">
        {steps.map((step, index) => (
          <li key={step.id} className="relative flex flex-1 flex-col items-center">
            {index > 0 && (
              <span
                aria-hidden="true"
                className={cx(
                  "absolute top-[0.9375rem] right-1/2 h-px w-full",
                  steps[index - 1]?.status === "done" ? "bg-brand-600" : "bg-line-strong/60",
                )}
              />
            )}
            <StepBody step={step} number={index + 1} statusText={t(`stepper.${step.status}`)} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepBody({
  step,
  number,
  statusText,
}: {
  step: Step;
  number: number;
  statusText: string;
}) {
  const body = (
    <>
      <span
        className={cx(
          "tabular relative z-1 flex size-8 items-center justify-center rounded-full border text-sm font-semibold",
          mark[step.status],
        )}
      >
        {step.status === "done" ? (
          <Icon name="check" size={16} />
        ) : step.status === "error" ? (
          <Icon name="warning" size={16} />
        ) : (
          number
        )}
      </span>
      <span
        className={cx(
          "mt-1.5 px-1 text-center text-sm max-sm:sr-only",
          step.status === "current" ? "font-semibold text-ink" : "text-muted",
        )}
      >
        {step.label}
      </span>
      <VisuallyHidden>{statusText}</VisuallyHidden>
    </>
  );
  const className = "flex flex-col items-center rounded-md";
  return step.to ? (
    <Link
      to={step.to}
      aria-current={step.status === "current" ? "step" : undefined}
      className={cx(className, "hover:underline underline-offset-4")}
    >
      {body}
    </Link>
  ) : (
    <span aria-current={step.status === "current" ? "step" : undefined} className={className}>
      {body}
    </span>
  );
}
