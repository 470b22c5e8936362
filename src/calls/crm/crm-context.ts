/** A link to objects in a CRM, as given at upload. */
export interface CrmContext {
  readonly system: string;
  readonly objects: readonly CrmObject[];
}
export interface CrmObject {
  readonly objectType: string;
  readonly objectId: string;
  /** A value is any JSON scalar. */
  readonly fields: readonly { readonly name: string; readonly value: unknown }[];
}

export type CrmContextField = CrmObject["fields"][number];

/** An object that a call or a party is linked to, with what is known of it now and what was known when the call was. */
export interface LinkedCrmObject {
  readonly system: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly now: readonly CrmContextField[];
  readonly timeOfCall: readonly CrmContextField[];
}

/** All that a call and its parties are linked to. */
export interface LinkedContexts {
  readonly ofCall: readonly LinkedCrmObject[];
  /** By party id. */
  readonly ofParty: ReadonlyMap<string, readonly LinkedCrmObject[]>;
}

/** What was given at upload, where no CRM sends anything: all that is known, of now and of the time of the call alike. */
export function givenContexts({ context, parties }: GivenContexts): LinkedContexts {
  return {
    ofCall: givenLinks(context),
    ofParty: new Map(parties.map((party) => [party.id, givenLinks(party.context)])),
  };
}

interface GivenContexts {
  readonly context: readonly CrmContext[];
  readonly parties: readonly { readonly id: string; readonly context: readonly CrmContext[] }[];
}

function givenLinks(context: readonly CrmContext[]): readonly LinkedCrmObject[] {
  return context.flatMap(({ system, objects }) =>
    objects.map(({ objectType, objectId, fields }) => ({
      system,
      objectType,
      objectId,
      now: fields,
      timeOfCall: fields,
    })),
  );
}
