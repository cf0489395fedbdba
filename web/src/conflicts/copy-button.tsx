import { Button } from "../ui/button";
import { useCopy } from "../ui/use-copy";

/** Copies a value that may not be put back, or not as it is. */
export function CopyButton({ text }: { readonly text: string }) {
  const { isCopied, copy } = useCopy("The other value");
  return (
    <Button size="small" icon={isCopied ? "check" : "copy"} onClick={() => copy(text)}>
      {isCopied ? "Copied" : "Copy"}
    </Button>
  );
}
