import { describe, expect, it } from 'vitest';
import { createCompany } from '../../../electron/main/company.ts';

describe('company', () => {
  it('knows who had none', async () => {
    const { together } = createCompany();
    expect(await together(async () => 1)).toEqual({ value: 1, wasAlone: true });
    const [first, second] = [work(), work()];
    const both = Promise.all([together(first.run), together(second.run)]);
    second.finish('b');
    first.finish('a');
    expect(await both).toEqual([
      { value: 'a', wasAlone: false },
      { value: 'b', wasAlone: false },
    ]);
    expect((await together(async () => 1)).wasAlone).toBe(true);
  });

  it('ends before anything is done alone, and waits until that is done', async () => {
    const { together, alone } = createCompany();
    const order: string[] = [];
    const [first, second, third] = [work(order, 'together'), work(order, 'alone'), work(order, 'later')];
    const all = [together(first.run), alone(second.run), together(third.run)];
    await settle();
    expect(order).toEqual(['together']);
    first.finish('');
    await settle();
    expect(order).toEqual(['together', 'alone']);
    second.finish('');
    await settle();
    expect(order).toEqual(['together', 'alone', 'later']);
    third.finish('');
    await Promise.all(all);
  });

  it('does one thing alone after the other, and goes on after a failure', async () => {
    const { together, alone } = createCompany();
    const failed = alone(() => Promise.reject(new Error('no')));
    const order: string[] = [];
    const [first, second] = [work(order, '1'), work(order, '2')];
    const both = Promise.all([alone(first.run), alone(second.run)]);
    await expect(failed).rejects.toThrow('no');
    await settle();
    expect(order).toEqual(['1']);
    first.finish('');
    second.finish('');
    await both;
    await expect(together(() => Promise.reject(new Error('nor this')))).rejects.toThrow('nor this');
    expect(await alone(async () => 7)).toBe(7);
  });
});

function work(order: string[] = [], name = '') {
  let finish: (value: string) => void = () => undefined;
  const done = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const run = (): Promise<string> => {
    order.push(name);
    return done;
  };
  return { run, finish };
}

/** Lets everything that waits for nothing else go on. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
