import { Link, useNavigation } from "@remix-run/react";
import { type ButtonHTMLAttributes, type ComponentProps, type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names";
import { Icon, type IconName } from "./icon";
import { Spinner } from "./spinner";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "accent";
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "border-brand-600 bg-brand-600 text-white hover:bg-brand-700 hover:border-brand-700",
  secondary:
    "border-line-strong bg-surface text-ink hover:border-brand-600 hover:text-brand-700 hover:bg-brand-50",
  quiet: "border-transparent bg-transparent text-brand-600 hover:bg-brand-50 hover:text-brand-800",
  danger:
    "border-danger-600 bg-surface text-danger-600 hover:bg-danger-600 hover:text-white hover:border-danger-600",
  accent: "border-accent-600 bg-accent-600 text-white hover:bg-accent-700 hover:border-accent-700",
};
const sizes: Record<ButtonSize, string> = {
  sm: "min-h-8 px-3 text-sm gap-1",
  md: "min-h-10 px-4 text-base gap-1.5",
  lg: "min-h-12 px-6 text-lg gap-2",
};
const refused = "border-line bg-sunken text-faint cursor-not-allowed";

/** Classes of a button, for the rare element that only has to look like one. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "md"): string {
  return cx(
    "inline-flex items-center justify-center rounded-md border font-medium text-center",
    "transition-colors duration-100 no-underline pointer-coarse:min-h-11",
    sizes[size],
    variants[variant],
  );
}

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  iconEnd?: IconName;
  /** Full width on phones, natural width from 640 px. */
  block?: boolean;
}

interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  busy?: boolean;
  busyLabel?: string;
  /** Why the button cannot be used now: shown under it, announced with it; it stays focusable. */
  disabledReason?: ReactNode;
}

/** A button; `type` defaults to "button", say type="submit" or use SubmitButton. */
export function Button({
  variant = "secondary",
  size = "md",
  icon,
  iconEnd,
  block,
  busy,
  busyLabel,
  disabledReason,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  const { t } = useTranslation("ui");
  const reasonId = useId();
  const blocked = Boolean(disabledReason);
  const button = (
    <button
      {...rest}
      // A refused button never submits, also without client code.
      type={blocked ? "button" : type}
      aria-disabled={blocked || busy || rest["aria-disabled"] ? true : undefined}
      aria-describedby={cx(rest["aria-describedby"], blocked && reasonId) || undefined}
      className={cx(
        buttonClass(variant, size),
        (blocked || rest.disabled) && cx("!border-line !bg-sunken !text-faint", refused),
        busy && "opacity-80 cursor-progress",
        block && "w-full sm:w-auto",
        className,
      )}
    >
      {busy ? <Spinner size={16} /> : icon && <Icon name={icon} size={size === "lg" ? 20 : 18} />}
      <span>{busy ? (busyLabel ?? t("button.busy")) : children}</span>
      {iconEnd && !busy && <Icon name={iconEnd} size={18} />}
    </button>
  );
  if (!blocked) return button;
  return (
    <span
      className={cx(
        "inline-flex max-w-full flex-col items-start gap-1",
        block && "w-full sm:w-auto",
      )}
    >
      {button}
      <span id={reasonId} className="text-xs text-muted">
        {disabledReason}
      </span>
    </span>
  );
}

interface SubmitButtonProps extends Omit<ButtonProps, "type" | "name" | "value"> {
  /** Sent as `intent`; the button shows busy only while this intent is under way. */
  intent?: string;
}

/** Submit button of a Form; primary by default; knows when its own submission is running. */
export function SubmitButton({ intent, variant = "primary", busy, ...rest }: SubmitButtonProps) {
  const navigation = useNavigation();
  const running =
    navigation.state !== "idle" &&
    navigation.formData !== undefined &&
    (intent === undefined || navigation.formData.get("intent") === intent);
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      busy={busy ?? running}
      {...(intent === undefined ? {} : { name: "intent", value: intent })}
    />
  );
}

interface LinkButtonProps extends Look, Omit<ComponentProps<typeof Link>, "color"> {}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({
  variant = "secondary",
  size = "md",
  icon,
  iconEnd,
  block,
  className,
  children,
  prefetch = "intent",
  ...rest
}: LinkButtonProps) {
  return (
    <Link
      {...rest}
      prefetch={prefetch}
      className={cx(buttonClass(variant, size), block && "w-full sm:w-auto", className)}
    >
      {icon && <Icon name={icon} size={size === "lg" ? 20 : 18} />}
      <span>{children}</span>
      {iconEnd && <Icon name={iconEnd} size={18} />}
    </Link>
  );
}
