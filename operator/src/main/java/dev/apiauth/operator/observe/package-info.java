/** Asks pods what they enforce, and whether their product answers directly. */
@NullMarked
package dev.apiauth.operator.observe;

import org.jspecify.annotations.NullMarked;
