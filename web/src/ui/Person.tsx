import type { CallAnswer } from "../../../src/connection/call-answer.ts";

const words = { Internal: "from the company", External: "not from the company", Unknown: "affiliation not known" };

/** Somebody on the call's list; the colour says on whose side, and so do words. */
export function Person({ party }: { readonly party: CallAnswer["parties"][number] }) {
  const { name, emailAddress, phoneNumber, affiliation } = party;
  const address = [emailAddress, phoneNumber].filter(Boolean).join(", ");
  return (
    <span
      className={`person person-${affiliation.toLowerCase()}`}
      title={[address, words[affiliation]].join("\n").trim()}
    >
      {name ?? emailAddress ?? phoneNumber ?? "Somebody"}
      <span className="visually-hidden">, {affiliation}</span>
    </span>
  );
}
