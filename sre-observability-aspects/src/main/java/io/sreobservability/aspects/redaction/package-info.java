/**
 * Finding secrets, and addresses of people, in text, and taking them out.
 *
 * <p>{@link io.sreobservability.aspects.redaction.Redactor} walks over a text once; at the few characters with which a
 * secret can begin or be introduced it asks the finder of that form. There is no regular expression, nothing is allocated
 * until something is found, and every finder looks a bounded number of characters around, or takes out what it looked at:
 * the work is linear in the length of the text by construction.
 *
 * <p>Uses nothing of this module; every other package may use it.
 */
@NullMarked
package io.sreobservability.aspects.redaction;

import org.jspecify.annotations.NullMarked;
