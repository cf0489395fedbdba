import { useEffect, useState } from "react";

const SHOWN_MILLISECONDS = 2000;

/** Copy a text, and say so for a moment; where a browser refuses, it is shown under that label. */
export function useCopy(label: string): { readonly isCopied: boolean; readonly copy: (text: string) => void } {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const end = setTimeout(() => setCopied(false), SHOWN_MILLISECONDS);
    return () => clearTimeout(end);
  }, [isCopied]);
  const copy = (text: string) => {
    write(text).then(
      () => setCopied(true),
      () => window.prompt(label, text),
    );
  };
  return { isCopied, copy };
}

async function write(text: string): Promise<void> {
  // Without HTTPS there is no clipboard, but what is marked can be copied.
  if (!window.isSecureContext && copyMarked(text)) return;
  await navigator.clipboard.writeText(text);
}

function copyMarked(text: string): boolean {
  const box = document.createElement("textarea");
  const focused = document.activeElement;
  box.value = text;
  document.body.append(box);
  box.select();
  const isCopied = document.execCommand("copy");
  box.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
