/** Apache Annotator apart from the others: it is left out where a package that it needs is not installed. */
import { apacheAnnotator } from './peers/apache-annotator.ts';

globalThis.peers = [...(globalThis.peers ?? []), apacheAnnotator];
