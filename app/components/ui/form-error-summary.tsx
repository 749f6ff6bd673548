import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { errorList, type FieldFrame, fieldId } from "./field";
import { Icon } from "./icon";

interface FormErrorSummaryProps {
  /** Field name -> message(s), already translated; fields without a message are skipped. */
  errors: Readonly<Record<string, FieldFrame["error"] | undefined>>;
  /** Messages that belong to no field. */
  formErrors?: ReadonlyArray<string>;
  /** Field name -> label, to say which field is meant. */
  labels?: Readonly<Record<string, string>>;
  /** False only where the summary is shown as an example. */
  takeFocus?: boolean;
}

/** First thing in a refused form: takes the focus and leads to each field. Renders nothing if all is well. */
export function FormErrorSummary({
  errors,
  formErrors = [],
  labels = {},
  takeFocus = true,
}: FormErrorSummaryProps) {
  const { t } = useTranslation("ui");
  const box = useRef<HTMLElement>(null);
  const entries = Object.entries(errors).flatMap(([name, error]) =>
    errorList(error).map((message) => ({ name, message })),
  );
  const total = entries.length + formErrors.length;
  const fingerprint = JSON.stringify([entries, formErrors]);
  useEffect(() => {
    if (takeFocus && fingerprint !== "[[],[]]") box.current?.focus();
  }, [fingerprint, takeFocus]);
  if (total === 0) return null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without client code the browser itself moves here
      autoFocus={takeFocus}
      role={takeFocus ? "alert" : undefined}
      className="rounded-md border border-danger-200 border-l-4 border-l-danger-600 bg-danger-50 px-4 py-3"
    >
      <h2 className="flex items-center gap-2 font-semibold text-danger-700">
        <Icon name="error" />
        {t("form.errorTitle", { count: total })}
      </h2>
      <ul className="mt-1.5 space-y-1 pl-7 text-sm">
        {formErrors.map((message) => (
          <li key={message}>{message}</li>
        ))}
        {entries.map(({ name, message }) => (
          <li key={`${name}-${message}`}>
            <a href={`#${fieldId(name)}`} className="link !text-danger-700 !decoration-danger-200">
              {labels[name] ? t("form.errorAt", { label: labels[name], message }) : message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
