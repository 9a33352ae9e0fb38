/** The names that the Annotation Recommendations fix, apart from the schemas: the loader needs one of them. */

/** The media type of an annotation, with its profile (Annotation Protocol, section 3.2). */
export const ANNOTATION_MEDIA_TYPE =
  'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** The link relation by which a page names its editors' endpoint (Annotation Protocol, section 4). */
export const ANNOTATION_SERVICE_REL = 'http://www.w3.org/ns/oa#annotationService';
