import type { TextPart } from "~/domain/licences/licence-text-rules";

/** The fixed text of a licence with its clauses; Chinese whatever the page's language. */
export function LicenceText({ text }: { text: { title: string; parts: readonly TextPart[] } }) {
  return (
    <article lang="zh-CN" className="prose-text space-y-4">
      <p className="font-semibold">{text.title}</p>
      {text.parts.map((part) => (
        <section key={part.heading}>
          <h3 className="text-base font-semibold">{part.heading}</h3>
          {part.lines.map((line) => (
            <p key={line} className="mt-1">
              {line}
            </p>
          ))}
        </section>
      ))}
    </article>
  );
}
