import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { callStatuses, directions } from "../../../../src/calls/call.ts";
import type { AddressState } from "../../ui/use-address.ts";
import { useUsers } from "../../ui/use-users.ts";

interface CallFiltersProps {
  readonly state: AddressState;
  readonly onChange: (changes: AddressState) => void;
}

const choices = (all: string, values: readonly string[]) => [
  { value: "", label: all },
  ...values.map((value) => ({ value, label: value })),
];

/** Texts that are looked at only when somebody asks for them. */
const furtherTexts = [
  { name: "title", label: "Words of the title" },
  { name: "person", label: "Participant's name" },
  { name: "email", label: "Participant's e-mail" },
  { name: "domain", label: "Participant's domain" },
  { name: "phone", label: "Participant's phone" },
  { name: "disposition", label: "Disposition" },
] as const;
const furtherMinutes = [
  { name: "min", label: "At least (minutes)" },
  { name: "max", label: "At most (minutes)" },
] as const;
const furtherNames = [...furtherTexts, ...furtherMinutes].map(({ name }) => name);

/** One form: what it holds is in the address when it is sent, and choices at once. */
export function CallFilters({ state, onChange }: CallFiltersProps) {
  const users = useUsers();
  const [isOpen, setOpen] = useState(furtherNames.some((name) => state[name]));
  const form = useRef<HTMLFormElement>(null);
  // The address may say something else than what was typed: after Back, or "Clear all".
  useEffect(() => {
    for (const field of form.current?.elements ?? []) {
      if (field instanceof HTMLInputElement && field.name !== "") field.value = field.defaultValue;
    }
  }, [["q", ...furtherNames].map((name) => state[name]).join("\n")]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    onChange(Object.fromEntries([...typed].map(([name, value]) => [name, String(value).trim()])));
  };
  const hosts = (users.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const choose = (name: string) => (event: { currentTarget: { value: string } }) =>
    onChange({ [name]: event.currentTarget.value });
  const isAny = Object.keys(state).some((name) => name !== "page");
  return (
    <form ref={form} className="card calls-filters" role="search" onSubmit={submit}>
      <div className="calls-search">
        <TextInput
          name="q"
          aria-label="Keywords"
          placeholder='What was said: pricing "next steps"'
          defaultValue={state["q"] ?? ""}
          type="search"
        />
        <NativeSelect
          aria-label="Match"
          data={[
            { value: "", label: "all of the words" },
            { value: "any", label: "any of the words" },
          ]}
          value={state["match"] ?? ""}
          onChange={choose("match")}
        />
        <Button type="submit">Search</Button>
      </div>
      <div className="calls-choices">
        <TextInput label="From" type="date" value={state["from"] ?? ""} onChange={choose("from")} />
        <TextInput label="To" type="date" value={state["to"] ?? ""} onChange={choose("to")} />
        <NativeSelect
          label="Host"
          data={[{ value: "", label: "Anyone" }, ...hosts]}
          value={state["host"] ?? ""}
          onChange={choose("host")}
        />
        <NativeSelect
          label="Direction"
          data={choices("Any", directions)}
          value={state["direction"] ?? ""}
          onChange={choose("direction")}
        />
        <NativeSelect
          label="Status"
          data={choices("Any", callStatuses)}
          value={state["status"] ?? ""}
          onChange={choose("status")}
        />
        <NativeSelect
          label="Order"
          data={[
            { value: "", label: "Newest first" },
            { value: "relevance", label: "Best match first" },
          ]}
          value={state["sort"] ?? ""}
          onChange={choose("sort")}
        />
      </div>
      {isOpen && <FurtherFilters state={state} />}
      <div className="calls-links">
        <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Fewer filters" : "More filters"}
        </Button>
        {isAny && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onChange(Object.fromEntries(Object.keys(state).map((name) => [name, ""])))}
          >
            Clear all
          </Button>
        )}
      </div>
    </form>
  );
}

function FurtherFilters({ state }: { readonly state: AddressState }) {
  return (
    <div className="calls-choices">
      {furtherTexts.map(({ name, label }) => (
        <TextInput key={name} name={name} label={label} defaultValue={state[name] ?? ""} />
      ))}
      {furtherMinutes.map(({ name, label }) => (
        <TextInput
          key={name}
          name={name}
          label={label}
          type="number"
          min={0}
          step="any"
          defaultValue={state[name] ?? ""}
        />
      ))}
      <Button type="submit" variant="default" className="calls-apply">
        Apply
      </Button>
    </div>
  );
}
