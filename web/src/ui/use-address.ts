import { useSearchParams } from "wouter";

export type AddressState = Readonly<Record<string, string>>;

/** What the address says after `?`, and how to say something else there. An empty text takes a name out. */
export function useAddress(): readonly [state: AddressState, change: (changes: AddressState) => void] {
  const [parameters, setParameters] = useSearchParams();
  const change = (changes: AddressState) =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value === "") after.delete(name);
        else after.set(name, value);
      }
      return after;
    });
  return [Object.fromEntries(parameters), change];
}
