/** Hands a text over as a file. Browsers tell a page nothing about whether it was saved. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(asFile(name, text));
  link.download = name;
  link.click();
  // Not at once: Safari reads it only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Opens the device's own list of ways to share; false where it does not take files. */
export async function shareFile(name: string, text: string): Promise<boolean> {
  const files = [asFile(name, text)];
  try {
    if (!navigator.canShare({ files })) return false;
    await navigator.share({ files });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

const asFile = (name: string, text: string): File => new File([text], name, { type: 'text/plain' });
