/** What an edit of a resource, of a Secret or of the vault comes to in pods that run. */
@NullMarked
package dev.apiauth.e2e.edits;

import org.jspecify.annotations.NullMarked;
