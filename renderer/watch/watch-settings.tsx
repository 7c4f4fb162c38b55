import { watchWords } from '../../shared/text/ui-watch-words.ts';
import { changeSettings } from '../commands/change-settings.ts';
import { OnOff } from '../settings/on-off.tsx';
import { useSettings } from '../state/settings-store.ts';

/** What happens by itself: both are off until the person turns them on. */
export function WatchSettings() {
  const { recheckRegularly, notifyOfEnds } = useSettings((state) => state.settings);
  return (
    <>
      <OnOff
        title={watchWords.recheckRegularly}
        text={watchWords.recheckRegularlyText}
        isOn={recheckRegularly}
        onChange={(isOn) => void changeSettings({ recheckRegularly: isOn })}
      />
      <OnOff
        title={watchWords.notifyOfEnds}
        text={watchWords.notifyOfEndsText}
        isOn={notifyOfEnds}
        onChange={(isOn) => void changeSettings({ notifyOfEnds: isOn })}
      />
    </>
  );
}
