/** Meaning of a colour. Colour is never the only carrier: every user of a tone also shows text. */
export type Tone = "neutral" | "brand" | "info" | "success" | "warning" | "danger" | "accent";

export const toneSoft: Record<Tone, string> = {
  neutral: "bg-sunken text-body border-line",
  brand: "bg-brand-50 text-brand-700 border-brand-200",
  info: "bg-info-50 text-info-700 border-info-200",
  success: "bg-success-50 text-success-700 border-success-200",
  warning: "bg-warning-50 text-warning-700 border-warning-200",
  danger: "bg-danger-50 text-danger-700 border-danger-200",
  accent: "bg-accent-50 text-accent-700 border-accent-200",
};

export const toneDot: Record<Tone, string> = {
  neutral: "bg-line-strong",
  brand: "bg-brand-600",
  info: "bg-info-500",
  success: "bg-success-500",
  warning: "bg-warning-500",
  danger: "bg-danger-500",
  accent: "bg-accent-500",
};

export const toneText: Record<Tone, string> = {
  neutral: "text-muted",
  brand: "text-brand-600",
  info: "text-info-600",
  success: "text-success-600",
  warning: "text-warning-600",
  danger: "text-danger-600",
  accent: "text-accent-600",
};
