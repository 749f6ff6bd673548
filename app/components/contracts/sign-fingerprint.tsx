/** A hash in groups of eight, so that two can be compared by eye. */
export function Fingerprint({ sha256 }: { sha256: string }) {
  return (
    <code className="tabular break-all text-sm">
      {sha256.match(/.{1,8}/g)?.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups never change their order
        <span key={at} className="mr-1.5 inline-block">
          {group}
        </span>
      ))}
    </code>
  );
}
