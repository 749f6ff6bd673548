import { cx } from "./class-names";

const palettes = [
  "bg-brand-100 text-brand-800",
  "bg-info-50 text-info-700",
  "bg-accent-100 text-accent-800",
  "bg-success-50 text-success-700",
  "bg-sunken text-body",
] as const;

/**
 * Two characters that stand for a name: of a Chinese person the last two (the given name), of an
 * organisation the first two, of other names the first letters.
 */
export function initialsOf(name: string, kind: "person" | "organisation" = "person"): string {
  const trimmed = name.trim();
  const characters = Array.from(trimmed);
  if (/\p{Script=Han}/u.test(trimmed)) {
    return (kind === "person" ? characters.slice(-2) : characters.slice(0, 2)).join("");
  }
  const words = trimmed.split(/\s+/).filter(Boolean);
  const letters = words.slice(0, 2).map((word) => Array.from(word)[0] ?? "");
  return letters.join("").toUpperCase();
}

function paletteOf(name: string): string {
  let sum = 0;
  for (const character of name) sum += character.codePointAt(0) ?? 0;
  return palettes[sum % palettes.length] ?? palettes[0];
}

interface AvatarProps {
  name: string;
  src?: string | null;
  size?: "sm" | "md" | "lg";
  /** "square" for organisations. */
  shape?: "round" | "square";
}

const sizes = { sm: "size-8 text-xs", md: "size-10 text-sm", lg: "size-16 text-xl" };

/** Picture or initials; decoration, because the name always stands beside it. */
export function Avatar({ name, src, size = "md", shape = "round" }: AvatarProps) {
  const className = cx(
    "inline-flex shrink-0 items-center justify-center overflow-hidden font-semibold select-none",
    sizes[size],
    shape === "round" ? "rounded-full" : "rounded-md",
    paletteOf(name),
  );
  if (src) {
    return <img src={src} alt="" className={cx(className, "object-cover")} loading="lazy" />;
  }
  return (
    <span aria-hidden="true" className={className}>
      {initialsOf(name, shape === "square" ? "organisation" : "person")}
    </span>
  );
}
