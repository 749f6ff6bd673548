import type { ReactNode } from "react";

/** One band of the component page with an address of its own. */
export function GallerySection({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="border-t border-line py-8">
      <h2 id={`${id}-title`} className="mb-5 text-xl">
        {title}
      </h2>
      <div className="space-y-6">{children}</div>
    </section>
  );
}
