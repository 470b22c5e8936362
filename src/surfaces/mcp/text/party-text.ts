import type { CallAnswer } from "../../../connection/call-answer.ts";
import { named, quoted } from "./quoted.ts";

type Party = CallAnswer["parties"][number];

/** `"Jane Smith" (External)` */
export function who(name: string | null | undefined, affiliation: string | undefined): string {
  const side = affiliation ?? "Unknown";
  return name === null || name === undefined ? `somebody (${side})` : `${quoted(name)} (${side})`;
}

/** With everything by which the party can be found. */
export function partyText(party: Party): string {
  const { name, affiliation, emailAddress, phoneNumber, userId, speakerId } = party;
  const traits = [
    emailAddress !== undefined && named(emailAddress),
    phoneNumber !== undefined && named(phoneNumber),
    userId !== undefined && `userId ${named(userId)}`,
    speakerId !== undefined && `speakerId ${named(speakerId)}`,
  ];
  return [who(name, affiliation), ...traits.filter((trait) => trait !== false)].join(", ");
}

/** By the first thing that says who it is. */
export function partyLabel({ name, affiliation, emailAddress, phoneNumber, userId }: Party): string {
  const other = emailAddress ?? phoneNumber ?? userId;
  return name === undefined && other !== undefined ? `${named(other)} (${affiliation})` : who(name, affiliation);
}
