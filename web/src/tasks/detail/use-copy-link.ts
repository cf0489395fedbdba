import { useEffect, useState } from "react";

const SHOWN_MILLISECONDS = 2000;

/** Copy the address of what is open, and say so for a moment. */
export function useCopyLink(): { readonly isCopied: boolean; readonly copy: () => void } {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const end = setTimeout(() => setCopied(false), SHOWN_MILLISECONDS);
    return () => clearTimeout(end);
  }, [isCopied]);
  const copy = () => {
    write(location.href).then(
      () => setCopied(true),
      () => window.prompt("The link to this task", location.href),
    );
  };
  return { isCopied, copy };
}

/** Without HTTPS there is no clipboard, and this fails. */
async function write(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
