import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { type Picked, pick, pickedDrop, visitOf } from './picked.ts';

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;

/** Keeps the window where it is when a file is dropped on it: a browser would show the file instead. Used once, in the root. */
export function useHoldDrops(): void {
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', hold);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', hold);
    };
  }, []);
}

/**
 * Takes files that are dropped on the window, or that the system asked the program to open, to their screen. `may` is
 * false for whoever doesn't work with visits: then nothing of a file is read. Used once, where somebody is signed in.
 */
export function useOpenFiles(may: boolean): void {
  const navigate = useNavigate();
  const open = useEffectEvent((next: Picked) => {
    if (!may) return;
    pick(next);
    void navigate({ to: '/files' });
  });
  const drop = useEffectEvent((event: DragEvent) => {
    if (!may || !event.dataTransfer || !holdsFiles(event)) return;
    void pickedDrop(event.dataTransfer).then(open, () => open({ kind: 'trouble', why: 'neither' }));
  });
  useEffect(() => {
    const dropped = (event: DragEvent) => drop(event);
    window.addEventListener('drop', dropped);
    return () => window.removeEventListener('drop', dropped);
  }, []);
  useEffect(() => {
    if (may) window.consultleaf?.onFile?.(({ name, text }) => open(visitOf(name, text)));
  }, [may]);
}
