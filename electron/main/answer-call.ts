import type { z } from 'zod';
import { CodedError } from '../../shared/errors.ts';
import {
  type Answer,
  type CallName,
  type CallPayload,
  type CallResult,
  callSchemas,
} from '../../shared/ipc/contract.ts';
import { failureOf } from '../node/failure.ts';
import type { AnswerCall, Calls } from './ipc.ts';

/** Answers calls of our own page whose payload passes its schema. Nothing is thrown across: every answer is a value. */
export function answerWith(calls: Calls): AnswerCall {
  return (name, isOwnPage, payload) => answerCall(calls, name, isOwnPage, payload);
}

async function answerCall<Name extends CallName>(
  calls: Calls,
  name: Name,
  isOwnPage: boolean,
  payload: unknown,
): Promise<Answer<CallResult<Name>>> {
  try {
    if (!isOwnPage) throw new CodedError('ipc/bad-sender');
    return { ok: true, value: await calls[name](readPayload(name, payload)) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

function readPayload<Name extends CallName>(name: Name, payload: unknown): CallPayload<Name> {
  // The schema of a name gives the payload of that name; TypeScript loses the link between the two.
  const schema = callSchemas[name] as unknown as z.ZodType<CallPayload<Name>>;
  const parsed = schema.safeParse(payload);
  if (!parsed.success) throw new CodedError('ipc/bad-payload');
  return parsed.data;
}
