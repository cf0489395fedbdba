import type { FormEvent } from "react";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Project, ProjectColor } from "../../changes/rows";
import { cleanLine } from "../../clean-text";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Dot } from "../../ui/dot";
import { Field } from "../../ui/field";
import { TextInput } from "../../ui/text-input";
import { PROJECTS } from "../rules";
import { useRows, useSpace } from "../space-context";
import { addProject, changeNamed } from "./mutations";
import { namesakeOf } from "./namesake";
import styles from "./project-form.module.css";

interface ProjectFormProps {
  readonly open: boolean;
  /** The project to change; without one, a new one is made. */
  readonly project?: Project | undefined;
  readonly onClose: () => void;
  readonly onMade?: (id: string) => void;
}

const COLORS: readonly ProjectColor[] = ["brick", "amber", "olive", "fern", "teal", "sky", "iris", "plum"];
const LONGEST_NAME = 200;

/** A project's name and colour. */
export function ProjectForm(props: ProjectFormProps) {
  const label = props.project ? "Name and colour" : "New project";
  return (
    <Dialog label={label} open={props.open} onClose={props.onClose} className={styles.dialog}>
      <Form {...props} label={label} />
    </Dialog>
  );
}

function Form({ project, onClose, onMade, label }: ProjectFormProps & { readonly label: string }) {
  const space = useSpace();
  const [, go] = useLocation();
  const projects = useRows(PROJECTS);
  const [name, setName] = useState(project?.name ?? "");
  const [color, setColor] = useState(project?.color);
  const namesake = namesakeOf(projects, name, project);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const words = cleanLine(name);
    if (words === "") return;
    if (namesake) go(`/project/${namesake.id}`);
    else if (project) changeNamed(space, project, { name: words, ...(color && { color }) });
    else onMade?.(addProject(space, words, color));
    onClose();
  };
  return (
    <form onSubmit={save} className={styles.form}>
      <h2 className={styles.title}>{label}</h2>
      <Field
        label="Name"
        error={namesake && `You have a project “${namesake.name}” already. Choose another name, or open it.`}
      >
        {(ties) => (
          <TextInput
            {...ties}
            value={name}
            maxLength={LONGEST_NAME}
            required
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset className={styles.colors}>
        <legend className="visually-hidden">Colour</legend>
        {COLORS.map((choice) => (
          <label key={choice} className={styles.color} title={choice}>
            <input
              type="radio"
              name="color"
              className="visually-hidden"
              checked={color === choice}
              onChange={() => setColor(choice)}
            />
            <Dot color={choice} />
            <span className="visually-hidden">{choice}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.buttons}>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" type="submit">
          {namesake ? "Open that one" : project ? "Save" : "Make it"}
        </Button>
      </div>
    </form>
  );
}
