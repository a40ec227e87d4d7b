import { useEffect, useState } from 'react';
import { connectAnnouncer } from './announce.ts';

/** The window's one live region. A text said twice is read twice. */
export function LiveRegion() {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  useEffect(() => {
    connectAnnouncer((text) => setSaid(({ turn }) => ({ text, turn: turn + 1 })));
    return () => connectAnnouncer(undefined);
  }, []);
  return (
    <div className="vh" role="status" aria-live="polite">
      <span key={said.turn}>{said.text}</span>
    </div>
  );
}
