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
