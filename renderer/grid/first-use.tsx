import { uiWords } from '../../shared/text/ui-words.ts';
import { runCommand } from '../commands/run-command.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FirstUsePicture } from './first-use-picture.tsx';

/** The empty backpack: what it is for, one way to begin, and samples to look around with. */
export function FirstUse({ isReadOnly }: { readonly isReadOnly: boolean }) {
  return (
    <EmptyState picture={<FirstUsePicture />} title={uiWords.firstTitle} text={uiWords.firstText}>
      <Button kind="primary" icon="plus" isDisabled={isReadOnly} onPress={() => runCommand('import.files')}>
        {uiWords.addBadges}
      </Button>
      <Button kind="link" isDisabled={isReadOnly} onPress={() => runCommand('import.samples')}>
        {uiWords.firstSamples}
      </Button>
    </EmptyState>
  );
}
