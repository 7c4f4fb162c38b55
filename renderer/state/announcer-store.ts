import { create } from 'zustand';

interface AnnouncerStore {
  readonly text: string;
  readonly say: (text: string) => void;
}

/** What the polite live region says to those who listen. */
export const useAnnouncer = create<AnnouncerStore>((set) => ({
  text: '',
  say: (text) => set({ text }),
}));
