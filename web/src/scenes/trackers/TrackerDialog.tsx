import { Alert, Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { trackerAffiliations } from "../../../../src/calls/tracker.ts";
import { AnswerError } from "../../answer-error.ts";
import { useApi } from "../../ApiContext.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { formOf, type ShownTracker, type TrackerForm, trackerBody } from "./tracker-form.ts";

const labels: Readonly<Record<string, string>> = {
  Anyone: "Anyone",
  Company: "The company",
  NonCompany: "Others than the company",
};

interface TrackerDialogProps {
  /** Nothing for a new one. */
  readonly tracker: ShownTracker | undefined;
  readonly onClose: () => void;
}

export function TrackerDialog({ tracker, onClose }: TrackerDialogProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [form, setForm] = useState(() => formOf(tracker));
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: ["trackers"] });
    onClose();
  };
  const saving = useMutation({
    mutationFn: () => {
      const body = trackerBody(form, tracker);
      return tracker === undefined
        ? api.askTamtam("POST", "trackers", body)
        : api.askTamtam("PATCH", `trackers/${tracker.trackerId}`, body);
    },
    onSuccess,
  });
  const deleting = useMutation({
    mutationFn: (id: string) => api.askTamtam("DELETE", `trackers/${id}`),
    onSuccess,
  });
  return (
    <Dialog title={tracker === undefined ? "New tracker" : `Edit ${tracker.trackerName}`} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <TrackerFields form={form} error={saving.error} onChange={(changes) => setForm({ ...form, ...changes })} />
        {(saving.error ?? deleting.error) && <Refusal error={saving.error ?? deleting.error} />}
        <div className="form-end">
          {tracker !== undefined && (
            <DeleteButton isBusy={deleting.isPending} onDelete={() => deleting.mutate(tracker.trackerId)} />
          )}
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={saving.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface TrackerFieldsProps {
  readonly form: TrackerForm;
  readonly error: Error | null;
  readonly onChange: (changes: Partial<TrackerForm>) => void;
}

function TrackerFields({ form, error, onChange }: TrackerFieldsProps) {
  const problems = error instanceof AnswerError ? error.problems : [];
  const problemAt = (field: string) => problems.find(({ parameter }) => parameter.startsWith(field))?.message;
  return (
    <>
      <TextInput
        label="Name"
        value={form.name}
        error={problemAt("trackerName")}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Textarea
        label="Phrases"
        description="A word or a phrase on each line"
        rows={7}
        value={form.phrases}
        error={problemAt("languageKeywords")}
        onChange={(event) => onChange({ phrases: event.currentTarget.value })}
      />
      <Checkbox
        label="Other forms of the words too: price finds pricing"
        checked={form.includeRelatedForms}
        onChange={(event) => onChange({ includeRelatedForms: event.currentTarget.checked })}
      />
      <div className="form-row">
        <NativeSelect
          label="Said by"
          data={trackerAffiliations.map((value) => ({ value, label: labels[value] ?? value }))}
          value={form.affiliation}
          error={problemAt("affiliation")}
          onChange={(event) => onChange({ affiliation: event.currentTarget.value })}
        />
        <TextInput
          label="Language of the calls"
          description="Such as eng or ger; mul for all"
          value={form.language}
          onChange={(event) => onChange({ language: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label="Only in questions"
        checked={form.partOfQuestion}
        onChange={(event) => onChange({ partOfQuestion: event.currentTarget.checked })}
      />
    </>
  );
}

function Refusal({ error }: { readonly error: Error | null }) {
  return (
    <Alert color="red" variant="light" role="alert">
      {error?.message}
      {error instanceof AnswerError && error.requestId !== undefined && ` (request id ${error.requestId})`}
    </Alert>
  );
}

/** Asked once more: all that it found goes with it. */
function DeleteButton({ isBusy, onDelete }: { readonly isBusy: boolean; readonly onDelete: () => void }) {
  const [isSure, setSure] = useState(false);
  return (
    <Button
      variant="subtle"
      color="red"
      className="trackers-delete"
      loading={isBusy}
      onClick={() => (isSure ? onDelete() : setSure(true))}
    >
      {isSure ? "Delete it with all that it found" : "Delete"}
    </Button>
  );
}
