import { Fragment, type ReactNode, useMemo } from "react";
import { type Block, type Inline, readMarkdown } from "./markdown";
import styles from "./markdown-text.module.css";

interface MarkdownTextProps {
  readonly text: string;
}

/** A text in light Markdown, as elements: nothing of it is ever taken for HTML. */
export function MarkdownText({ text }: MarkdownTextProps) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  return <div className={styles.text}>{each(blocks, drawnBlock)}</div>;
}

function drawnBlock(block: Block): ReactNode {
  if (block.kind === "code") return <pre>{block.text}</pre>;
  if (block.kind === "paragraph") return <p>{each(block.inner, drawn)}</p>;
  const items = each(block.items, (item) => <li>{each(item, drawn)}</li>);
  return block.first === undefined ? <ul>{items}</ul> : <ol start={block.first}>{items}</ol>;
}

function drawn(part: Inline): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text;
    case "code":
      return <code>{part.text}</code>;
    case "strong":
      return <strong>{each(part.inner, drawn)}</strong>;
    case "emphasis":
      return <em>{each(part.inner, drawn)}</em>;
    case "link":
      return (
        <a href={part.href} target="_blank" rel="noopener noreferrer">
          {each(part.inner, drawn)}
        </a>
      );
  }
}

function each<Part>(parts: readonly Part[], draw: (part: Part) => ReactNode): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no name but their place.
  return parts.map((part, at) => <Fragment key={at}>{draw(part)}</Fragment>);
}
