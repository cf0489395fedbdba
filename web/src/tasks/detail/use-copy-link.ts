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
    navigator.clipboard.writeText(location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return { isCopied, copy };
}
