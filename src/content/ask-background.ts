/** Asks the background, with its replies parsed: for the parts that have room for the schemas. */
import { type ContentCommand, contentReplySchemas } from '../messages/content-to-background.ts';
import { createSend } from '../messages/send.ts';
import { carryToBackground } from '../platform/content-runtime.ts';

export const askBackground = createSend<ContentCommand, typeof contentReplySchemas>(
  carryToBackground,
  contentReplySchemas,
);
