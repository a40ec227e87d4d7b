import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import type { LastPlace } from '#core/contract/shellBridge.ts';
import { useStatus } from '../frame/session.ts';

/** The place at which the program was left, until it was gone to or somebody else signed in. */
let placeToOpen: Promise<LastPlace | null> | undefined;

/**
 * Opens the program where this person left it, at her first sign-in in a window, and tells the shell where she is. Only
 * random ids are told, and nothing of the sample clinic. Used once, where somebody is signed in.
 */
export function useLastPlace(): void {
  const { user, sample } = useStatus();
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [looked, setLooked] = useState(false);
  const userId = sample ? undefined : user?.id;

  const goBack = useEffectEvent((place: LastPlace | null) => {
    setLooked(true);
    if (place && place.userId === userId && path === '/' && place.path !== '/') void navigate({ to: place.path, replace: true });
  });
  useEffect(() => {
    placeToOpen ??= window.consultleaf?.lastPlace?.() ?? Promise.resolve(null);
    void placeToOpen.then((place) => {
      goBack(place);
      placeToOpen = Promise.resolve(null);
    });
  }, []);
  useEffect(() => {
    if (looked && userId) window.consultleaf?.keepPlace?.({ userId, path });
  }, [looked, userId, path]);
}
