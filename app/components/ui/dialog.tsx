import { type ReactNode, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonSize, type ButtonVariant, buttonClass } from "./button";
import { Icon, type IconName } from "./icon";
import { useHydrated } from "./use-hydrated";

interface DialogProps {
  /** Text of the button that opens it. */
  trigger: ReactNode;
  triggerVariant?: ButtonVariant;
  triggerSize?: ButtonSize;
  triggerIcon?: IconName;
  title: ReactNode;
  children: ReactNode;
}

/**
 * A question asked above the page. With scripts a modal <dialog> (the browser keeps the focus inside
 * and Escape closes it), without them the same content unfolds in place.
 */
export function Dialog({
  trigger,
  triggerVariant,
  triggerSize,
  triggerIcon,
  title,
  children,
}: DialogProps) {
  const { t } = useTranslation("ui");
  const live = useHydrated();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  if (!live) {
    return (
      <details>
        <summary className={buttonClass(triggerVariant, triggerSize)}>
          {triggerIcon && <Icon name={triggerIcon} size={18} />}
          {trigger}
        </summary>
        <div className="mt-2 rounded-lg border border-line bg-surface p-4">
          <p className="mb-2 font-semibold text-ink">{title}</p>
          {children}
        </div>
      </details>
    );
  }
  return (
    <>
      <Button
        variant={triggerVariant}
        size={triggerSize}
        icon={triggerIcon}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {trigger}
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the browser's own */}
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        onClick={(event) => event.target === dialog.current && dialog.current.close()}
        className="w-[min(32rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-0 text-body shadow-overlay backdrop:bg-brand-950/50"
      >
        <div className="p-5">
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-xl">
              {title}
            </h2>
            <button
              type="button"
              aria-label={t("dialog.close")}
              onClick={() => dialog.current?.close()}
              className="-mt-1 -mr-1 inline-flex size-9 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken"
            >
              <Icon name="close" />
            </button>
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}
